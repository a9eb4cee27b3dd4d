import type { IndicatorPoint } from '@tinhgon/rules/views/indicator';
import { layOutCourse } from './chart-layout.ts';
import styles from './indicator.module.css';

const FRAME = { left: 3, right: 117, top: 4, bottom: 28 };

/** The course in a line of text; the figures beside it say where it ends. */
export function Sparkline({ points }: { readonly points: readonly IndicatorPoint[] }) {
  const { line, target, marks } = layOutCourse(points, FRAME);
  const end = marks.at(-1);
  return (
    <svg className={styles.spark} viewBox="0 0 120 32" aria-hidden="true">
      <path className={styles.base} d={`M${FRAME.left} ${FRAME.bottom}H${FRAME.right}`} />
      <path className={styles.target} d={target} />
      <path className={styles.line} d={line} />
      {end && <circle className={styles.point} cx={end.x} cy={end.y} r="3" />}
    </svg>
  );
}
