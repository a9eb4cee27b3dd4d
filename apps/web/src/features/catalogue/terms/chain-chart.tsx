import { type ChainStep, reachedSteps } from '@tinhgon/rules/chain-version';
import type { FunctionSeatView } from '@tinhgon/rules/views/terms';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../../language/use-words.ts';
import styles from './chain-chart.module.css';
import { useClockWords } from './use-clock-words.ts';
import { useStepTitle } from './use-step-title.ts';

const ROW = 84;
const X = 24;
const RADIUS = 12;
const MIDDLE = 18;
/** How far a line that does not go to the next row swings out. */
const SWING = 36;

interface ChainChartProps {
  readonly steps: readonly ChainStep[];
  readonly label: string;
  /** Who holds the national functions today. */
  readonly seats: readonly FunctionSeatView[];
}

/** A chain drawn from top to bottom: who does each step, in what time, and where it goes on. */
export function ChainChart({ steps, label, seats }: ChainChartProps) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const titleOf = useStepTitle();
  const titleAt = (key: string | null) => {
    const step = steps.find((one) => one.key === key);
    return step ? titleOf(step) : '';
  };
  const clockWords = useClockWords();
  const reached = new Set(reachedSteps(steps));
  const row = (key: string | null): number => steps.findIndex((step) => step.key === key);
  const place = (index: number): number => index * ROW + MIDDLE;
  return (
    <div className={styles.chart}>
      <svg className={styles.lines} width={72} height={steps.length * ROW} aria-hidden="true">
        <defs>
          <marker
            id="chain-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.5 L7 4 L0 7.5 z" fill="currentcolor" />
          </marker>
        </defs>
        {steps.map((step, index) => {
          const to = row(step.next);
          if (to < 0) return null;
          return (
            <path
              key={step.key}
              className={to <= index ? `${styles.line} ${styles.loop}` : styles.line}
              d={wayOf(place(index), place(to), to === index + 1)}
              markerEnd="url(#chain-arrow)"
            />
          );
        })}
        {steps.map((step, index) => (
          <g key={step.key}>
            <circle
              className={reached.has(step) ? styles.dot : `${styles.dot} ${styles.lost}`}
              cx={X}
              cy={place(index)}
              r={RADIUS}
            />
            <text className={styles.number} x={X} y={place(index) + 4}>
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
      <ol className={styles.steps} aria-label={label}>
        {steps.map((step) => {
          const seat = seats.find((one) => one.function === step.function);
          const who =
            step.scope === 'lead-agency'
              ? t('terms.leadAgency')
              : seat
                ? name(seat.agency.name)
                : t('terms.national');
          return (
            <li key={step.key} className={styles.step}>
              <div className="medium">{titleOf(step)}</div>
              <div className={`small soft ${styles.clamp}`}>
                {capital('function', step.function)} · {who}
              </div>
              <div className={`small soft ${styles.clamp}`}>
                {clockWords(step.clock)}
                {!reached.has(step) && <span className="late"> · {t('terms.notReached')}</span>}
                {row(step.next) >= 0 && row(step.next) !== steps.indexOf(step) + 1 && (
                  <> · {t('terms.goesTo', { step: titleAt(step.next) })}</>
                )}
                {step.next === null && <> · {t('terms.end')}</>}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

/** Straight down to the next row, else in a bow beside the rows between. */
function wayOf(from: number, to: number, straight: boolean): string {
  if (straight) return `M${X} ${from + RADIUS} V${to - RADIUS - 2}`;
  const side = X + RADIUS;
  const out = side + SWING;
  return `M${side} ${from + 3} C${out} ${from + 3} ${out} ${to - 3} ${side + 2} ${to - 3}`;
}
