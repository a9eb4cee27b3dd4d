import type { StepViewOut } from '@tinhgon/rules/views/common';
import { isOwnStep } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';

/** A step with its place in the twelve of the official procedure; an added check says after which it comes. */
export function StepNumber({ step }: { readonly step: Pick<StepViewOut, 'key' | 'number'> }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const facts = { number: step.number, step: capital('step', step.key) };
  return <>{isOwnStep(step.key) ? t('inbox.ownStep', facts) : t('inbox.stepNumber', facts)}</>;
}
