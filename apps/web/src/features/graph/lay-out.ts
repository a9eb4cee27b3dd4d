import { Graph, layout } from '@dagrejs/dagre';
import type { GraphNode } from '@tinhgon/rules/views/dependencies';
import type { Drawn } from './merge-graphs.ts';

export const BOX = { width: 280, height: 44 } as const;
const GAP = { between: 12, columns: 108, margin: 12 } as const;

export interface Placed {
  readonly node: GraphNode;
  /** Of its left upper corner. */
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  readonly placed: readonly Placed[];
  readonly width: number;
  readonly height: number;
}

/** Documents left, procedures right, ordered so that few lines cross. */
export function layOut({ nodes, edges }: Drawn): Layout {
  const graph = new Graph();
  graph.setGraph({
    rankdir: 'LR',
    nodesep: GAP.between,
    ranksep: GAP.columns,
    marginx: GAP.margin,
    marginy: GAP.margin,
  });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, { ...BOX });
  for (const edge of edges) graph.setEdge(edge.document, edge.to);
  layout(graph);
  const placed = nodes.map((node) => {
    const { x = 0, y = 0 } = graph.node(node.id) as { x?: number; y?: number };
    return { node, x: x - BOX.width / 2, y: y - BOX.height / 2 };
  });
  const right = Math.max(0, ...placed.map(({ x }) => x));
  const bottom = Math.max(0, ...placed.map(({ y }) => y));
  return {
    placed,
    width: right + BOX.width + GAP.margin,
    height: bottom + BOX.height + GAP.margin,
  };
}
