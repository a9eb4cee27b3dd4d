import type { ChainStep } from '@tinhgon/rules/chain-version';
import { useTranslation } from 'react-i18next';
import { capital as capitalOf, useWords } from '../../../language/use-words.ts';

/** What a step of a chain is called: an official one as everywhere, an added check as this chain has it. */
export function useStepTitle(): (step: Pick<ChainStep, 'key' | 'name'>) => string {
  const { t } = useTranslation();
  const { capital, language } = useWords();
  return ({ key, name }) => {
    if (!name) return capital('step', key);
    return capitalOf((language === 'en' ? name.en : name.vi).trim() || t('terms.unnamed'), language);
  };
}
