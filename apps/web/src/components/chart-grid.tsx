import styles from './chart.module.css';
import { type chartScale, FRAME } from './chart-scale.ts';

/** Grid lines with their numbers, and the years below. */
export function ChartGrid({
  ticks,
  years,
  number,
}: Pick<ReturnType<typeof chartScale>, 'ticks' | 'years'> & { readonly number: (value: number) => string }) {
  return (
    <>
      {ticks.map(({ y, value }) => (
        <g key={value}>
          <line className={styles.grid} x1={FRAME.left} x2={FRAME.right} y1={y} y2={y} />
          <text className={styles.label} x={FRAME.left - 8} y={y + 4} textAnchor="end">
            {number(value)}
          </text>
        </g>
      ))}
      {years.map(({ x, year }) => (
        <text key={year} className={styles.label} x={x} y={FRAME.height - 6}>
          {year}
        </text>
      ))}
    </>
  );
}
