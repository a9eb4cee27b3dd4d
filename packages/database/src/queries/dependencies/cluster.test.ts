import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AT_ONCE, cluster, type Line } from './cluster.ts';

const some = (letter: string, most: number) => fc.nat(most).map((number) => `${letter}/${number} %`);
const lines = fc
  .array(
    fc.record({
      ministry: some('B', 20),
      visible: fc.nat(9).map((number) => number > 0),
      plan: some('P', 50).map((code) => ({ code, name: `Phương án ${code}` })),
      field: some('L', 3),
      documents: fc
        .uniqueArray(some('D', 4), { minLength: 1 })
        .map((all) => new Map(all.map((one) => [one, false]))),
    }),
    { maxLength: 1_000, size: 'max' },
  )
  .map((all) => all.map((line, index): Line => ({ ...line, procedureCode: String(10_000 + index) })));

/** Opens every group that opens, one after another; what was met on the way, each with the picture it was met in. */
function explore(all: readonly Line[]) {
  const seen = new Set<string>();
  let steps = 0;
  const openFrom = (open: string | undefined, depth: number): void => {
    steps = Math.max(steps, depth);
    const { singly, groups } = cluster(all, open);
    for (const line of singly) seen.add(line.procedureCode);
    for (const { id, members } of groups) {
      // What lies in the group: the id of another beside it may begin with the same letters.
      const within = open === undefined || id.startsWith(`${open}/`);
      if (members[0]?.visible && within) openFrom(id, depth + 1);
    }
  };
  openFrom(undefined, 0);
  return { seen, steps };
}

it('leaves nothing out: every visible procedure is reached, no hidden one is ever named', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const { seen, steps } = explore(all);
      const visible = all.filter((line) => line.visible).map((line) => line.procedureCode);
      expect([...seen].toSorted()).toEqual(visible.toSorted());
      expect(steps).toBeLessThanOrEqual(6);
    }),
    { numRuns: 25, endOnFailure: true },
  );
});

it('shows at first what can be taken in, and counts everything in it', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const { singly, groups } = cluster(all, undefined);
      const shut = groups.filter(({ members }) => members[0]?.visible);
      expect(singly.length + shut.length).toBeLessThanOrEqual(AT_ONCE);
      expect(singly.length + groups.reduce((sum, { members }) => sum + members.length, 0)).toBe(all.length);
      expect(new Set(groups.map(({ id }) => id)).size).toBe(groups.length);
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

it('splits procedures that nothing tells apart by their codes', () => {
  const same = { ministry: 'BCA', visible: true, plan: { code: 'P', name: '' }, field: '' };
  const all = Array.from(
    { length: 786 },
    (_, index): Line => ({
      ...same,
      procedureCode: String(1_000 + index),
      documents: new Map([['D', true]]),
    }),
  );
  const { singly, groups } = cluster(all, undefined);
  expect(singly).toEqual([]);
  expect(groups.map(({ label }) => label).slice(0, 2)).toEqual(['1000 – 1029', '1030 – 1059']);
  expect(cluster(all, groups[1]?.id).singly).toHaveLength(30);
});
