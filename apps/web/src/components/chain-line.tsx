import type { StepViewOut } from '@tinhgon/rules/views/common';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';
import styles from './chain-line.module.css';

export interface ChainStep {
  readonly key: string;
  readonly status: StepViewOut['status'];
  readonly dueOn: string | null;
  readonly finishedAt: string | null;
  readonly daysLate: number;
}

const STATE: Record<StepViewOut['status'], string | undefined> = {
  'cannot-start': styles.wait,
  'in-time': styles.now,
  'due-soon': styles.now,
  overdue: styles.late,
  passed: styles.done,
  'done-on-time': styles.done,
  'done-late': styles.done,
  returned: styles.wait,
  stopped: styles.stopped,
};

/** The steps of the chain from left to right, on a phone from top to bottom, each with its state in words. */
export function ChainLine({
  steps,
  label,
}: {
  readonly steps: readonly ChainStep[];
  readonly label: string;
}) {
  const { capital } = useWords();
  return (
    <ol className={styles.chain} aria-label={label}>
      {steps.map((step) => {
        const open = step.status === 'in-time' || step.status === 'due-soon' || step.status === 'overdue';
        return (
          <li key={step.key} className={STATE[step.status]} aria-current={open ? 'step' : undefined}>
            <span className={styles.name}>{capital('step', step.key)}</span>
            <StepState step={step} />
          </li>
        );
      })}
    </ol>
  );
}

function StepState({ step }: { readonly step: ChainStep }) {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  switch (step.status) {
    case 'done-on-time':
    case 'done-late': {
      const day = step.finishedAt ? format.dayOf(step.finishedAt) : '';
      return (
        <span className="small soft">
          {step.status === 'done-late'
            ? `${day}, ${t('due.late', { count: step.daysLate })}`
            : `${day}, ${t('due.onTime')}`}
        </span>
      );
    }
    case 'overdue':
      return (
        <span className="small late">
          {step.dueOn && t('due.dueOn', { day: format.day(step.dueOn) })}, {word('status', 'overdue')}
        </span>
      );
    case 'in-time':
    case 'due-soon':
      return (
        <span className={`small ${step.status === 'due-soon' ? 'soon' : 'soft'}`}>
          {step.dueOn ? t('due.dueOn', { day: format.day(step.dueOn) }) : t('due.undated')}
        </span>
      );
    default:
      return <span className="small soft">{word('status', step.status)}</span>;
  }
}
