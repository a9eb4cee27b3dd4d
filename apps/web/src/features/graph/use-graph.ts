import { useQueries } from '@tanstack/react-query';
import type { GraphNode, GraphView } from '@tinhgon/rules/views/dependencies';
import { useMemo, useState } from 'react';
import { useTRPC } from '../../server/trpc.ts';
import { type Drawn, mergeGraphs } from './merge-graphs.ts';

/** More than a few hundred nodes is a picture nobody reads. */
const MOST_NODES = 400;

interface Asked {
  readonly focus: string;
  readonly open?: string;
}
export type GroupNode = Extract<GraphNode, { kind: 'group' }>;

/** The neighbourhood of the focus, and of each node that was expanded since. */
export function useGraph(focus: string) {
  const trpc = useTRPC();
  const [asked, setAsked] = useState<readonly Asked[]>([{ focus }]);
  const queries = useQueries({
    queries: asked.map((one) => trpc.dependencies.graph.queryOptions(one, { staleTime: 60_000 })),
  });
  const answers = queries.flatMap(({ data }) => (data ? [data] : []));
  const opened = asked.flatMap(({ open }, index) => (open && queries[index]?.data ? [open] : []));
  const openedNow = opened.join('\n');
  const drawn: Drawn = useMemo(
    () => mergeGraphs(answers, new Set(opened)),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- answers are new arrays each time; which came tells them apart
    [answers.length, asked, openedNow],
  );
  const [first] = queries;
  if (!first) throw new RangeError('the focus is always asked for');
  const isFull = drawn.nodes.length >= MOST_NODES;
  const isExpanded = (node: GraphNode): boolean =>
    node.kind !== 'group' && asked.some((one) => one.focus === node.id && one.open === undefined);
  return {
    first,
    drawn,
    /** Groups that gave way to what they hold, in the order in which they were opened. */
    openGroups: opened.flatMap((id) => groupIn(answers, id) ?? []),
    failed: queries.slice(1).some((query) => query.isError),
    isFull,
    isExpanded,
    expand: (node: GraphNode) => {
      const next = nextFor(node, answers);
      if (!next || isFull || isExpanded(node)) return;
      setAsked((before) => [...before, next]);
    },
    /** With the groups that were opened inside it. */
    close: ({ id }: GroupNode) =>
      setAsked((before) => before.filter(({ open }) => open !== id && !open?.startsWith(`${id}/`))),
  };
}

const groupIn = (answers: readonly GraphView[], id: string): GroupNode | undefined =>
  answers
    .flatMap(({ nodes }) => nodes)
    .find((node): node is GroupNode => node.kind === 'group' && node.id === id);

function nextFor(node: GraphNode, answers: readonly GraphView[]): Asked | null {
  if (node.kind !== 'group') return { focus: node.id };
  const from = answers.find((answer) => answer.nodes.some(({ id }) => id === node.id));
  return from && node.opens ? { focus: from.focus, open: node.id } : null;
}
