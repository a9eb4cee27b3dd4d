import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

const TONE: Record<StepTiming, string> = { overdue: 'late', 'due-soon': 'soon', 'in-time': 'soft' };

/** By which day somebody is to answer or remedy, or how late they are; nothing once nobody is waited for. */
export function AnswerBy({
  day,
  timing,
  daysLate,
  of = 'answer',
}: {
  readonly day: string;
  readonly timing: StepTiming | null;
  readonly daysLate: number;
  readonly of?: 'answer' | 'remedy';
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (timing === null) return null;
  return (
    <span className={TONE[timing]}>
      {timing === 'overdue'
        ? t('bottleneck.late', { day: format.day(day), count: daysLate })
        : t(of === 'remedy' ? 'inspection.remedyBefore' : 'bottleneck.answerBefore', {
            day: format.day(day),
          })}
    </span>
  );
}
