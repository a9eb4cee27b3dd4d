import type { StepTiming } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';

interface CurrentStepProps {
  readonly step: {
    readonly key: string;
    readonly dueOn: string | null;
    readonly timing: StepTiming;
    readonly daysLate: number;
  };
}

const TONE: Record<StepTiming, string> = { overdue: 'late', 'due-soon': 'soon', 'in-time': 'soft' };

/** A step with its time in words: "Thẩm định · trễ 2 ngày". */
export function CurrentStep({ step }: CurrentStepProps) {
  const { t } = useTranslation();
  const { capital, word } = useWords();
  const format = useFormat();
  const time =
    step.timing === 'overdue'
      ? t('due.late', { count: step.daysLate })
      : `${word('status', step.timing)}${step.dueOn ? `, ${t('due.dueOn', { day: format.day(step.dueOn) })}` : ''}`;
  return (
    <span>
      {capital('step', step.key)} · <span className={TONE[step.timing]}>{time}</span>
    </span>
  );
}
