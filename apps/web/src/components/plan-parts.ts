import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';

type Parts = Pick<PlanView, 'lanes' | 'measures' | 'phase'>;

/** Procedures that no open step of the plan is about any more, because they have passed them all. */
export function approvedCodes({ lanes, measures, phase }: Parts): readonly string[] {
  if (phase !== 'approved' && phase !== 'carrying-out' && phase !== 'done') return [];
  const open = new Set(lanes.flatMap((lane) => lane.procedureCodes));
  return measures.map((measure) => measure.procedureCode).filter((code) => !open.has(code));
}

/** Whether its procedures go different ways. */
export const isParted = (plan: Parts): boolean =>
  plan.lanes.length > 1 || (plan.lanes.length > 0 && approvedCodes(plan).length > 0);

/** What becomes of the procedures that a step is not about, in words. */
export function useRestWords() {
  const { t } = useTranslation();
  const { word } = useWords();
  return (plan: Parts, step: string): readonly string[] => {
    const approved = approvedCodes(plan).length;
    return [
      ...plan.lanes
        .filter((lane) => lane.step !== step)
        .map((lane) =>
          t('returns.restAt', { count: lane.procedureCodes.length, step: word('step', lane.step) }),
        ),
      ...(approved > 0 ? [t('returns.restApproved', { count: approved })] : []),
    ];
  };
}
