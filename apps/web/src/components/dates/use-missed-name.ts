import type { MissedView } from '@tinhgon/rules/views/dates';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';

/** The words for what was missed: a step, or a date of the plan or document itself. */
export function useMissedName() {
  const { t } = useTranslation();
  const { word } = useWords();
  return ({ step, date }: Pick<MissedView, 'step' | 'date'>): string =>
    step ? word('step', step) : date ? t(`dates.name.${date}`) : '';
}
