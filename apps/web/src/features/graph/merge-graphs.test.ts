import type { GraphNode, GraphView } from '@tinhgon/rules/views/dependencies';
import { expect, it } from 'vitest';
import { mergeGraphs } from './merge-graphs.ts';

const ministry = { code: 'BTP', name: { vi: 'Bộ Tư pháp', en: null } };
const document = (code: string): GraphNode => ({
  kind: 'document',
  id: `document/${code}`,
  code,
  title: code,
  ministry,
  type: 'decree',
  phase: 'drafting',
  daysLate: 0,
});
const procedure = (code: string): GraphNode => ({
  kind: 'procedure',
  id: `procedure/${code}`,
  code,
  name: { vi: code, en: null },
  ministry,
  complete: false,
});
const group: GraphNode = {
  kind: 'group',
  id: 'group/1',
  ministry,
  procedures: 2,
  complete: 0,
  by: 'ministry',
  label: '',
  opens: true,
};
const edge = (from: string, to: string) => ({ document: `document/${from}`, to, complete: false });
const answer = (nodes: readonly GraphNode[], edges: GraphView['edges']): GraphView => ({
  focus: 'document/A',
  nodes: [...nodes],
  edges,
  omitted: 0,
});

it('draws what several answers share once, and an opened group as its procedures', () => {
  const first = answer([document('A'), group], [edge('A', 'group/1')]);
  const second = answer(
    [document('A'), document('B'), procedure('1')],
    [edge('A', 'procedure/1'), edge('B', 'procedure/1')],
  );
  const closed = mergeGraphs([first], new Set());
  expect(closed.nodes.map(({ id }) => id)).toEqual(['document/A', 'group/1']);
  const opened = mergeGraphs([first, second], new Set(['group/1']));
  expect(opened.nodes.map(({ id }) => id)).toEqual(['document/A', 'document/B', 'procedure/1']);
  expect(opened.edges).toHaveLength(2);
});

it('draws no line to what is not drawn', () => {
  expect(mergeGraphs([answer([document('A')], [edge('A', 'procedure/9')])], new Set()).edges).toEqual([]);
});
