import type { TaskStanding } from '@tinhgon/rules/programme-task/standing';
import { useTranslation } from 'react-i18next';
import { useWords, capital } from '../../language/use-words.ts';

const TONES: Readonly<Record<TaskStanding, string>> = {
  'on-time': 'ok',
  late: 'soon',
  open: 'soft',
  overdue: 'late',
};

/** How a task stands, in words. */
export function Standing({ standing }: { readonly standing: TaskStanding }) {
  const { t } = useTranslation();
  const { language } = useWords();
  return <span className={TONES[standing]}>{capital(t(`task.part.${standing}`), language)}</span>;
}
