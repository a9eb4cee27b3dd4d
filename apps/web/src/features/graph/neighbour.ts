import type { Placed } from './lay-out.ts';
import type { Drawn } from './merge-graphs.ts';

/** The box an arrow key leads to: up and down in the column, left and right along a line; null at the end. */
export function neighbour(
  key: string,
  from: Placed,
  placed: readonly Placed[],
  edges: Drawn['edges'],
): Placed | null {
  const column = placed.filter((one) => one.x === from.x).toSorted((a, b) => a.y - b.y);
  const place = column.indexOf(from);
  const joined = (ids: readonly string[]) =>
    placed
      .filter((one) => ids.includes(one.node.id))
      .toSorted((a, b) => Math.abs(a.y - from.y) - Math.abs(b.y - from.y))[0] ?? null;
  switch (key) {
    case 'ArrowUp':
      return column[place - 1] ?? null;
    case 'ArrowDown':
      return column[place + 1] ?? null;
    case 'ArrowRight':
      return joined(edges.filter((edge) => edge.document === from.node.id).map((edge) => edge.to));
    case 'ArrowLeft':
      return joined(edges.filter((edge) => edge.to === from.node.id).map((edge) => edge.document));
    default:
      return null;
  }
}
