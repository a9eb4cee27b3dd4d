export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly amount: number;
  readonly target: number | null;
}

/**
 * Where the points of a course lie, oldest first, from zero up to the highest value or target; one point alone lies at
 * the right end. The target's line breaks off where there is none.
 */
export function layOutCourse(points: readonly Point[], frame: Frame) {
  const top = Math.max(1e-9, ...points.flatMap(({ amount, target }) => [amount, target ?? 0]));
  const last = points.length - 1;
  const x = (index: number) =>
    last === 0 ? frame.right : frame.left + (index / last) * (frame.right - frame.left);
  const y = (value: number) => frame.bottom - (value / top) * (frame.bottom - frame.top);
  const at = (index: number, value: number) => `${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
  const target = points
    .map((point, index) => {
      if (point.target === null) return '';
      return `${(points[index - 1]?.target ?? null) === null ? 'M' : 'L'}${at(index, point.target)}`;
    })
    .join('');
  return {
    top,
    line: points.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(index, point.amount)}`).join(''),
    target,
    marks: points.map((point, index) => ({ x: x(index), y: y(point.amount) })),
  };
}
