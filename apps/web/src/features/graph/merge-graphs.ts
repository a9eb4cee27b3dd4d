import type { GraphNode, GraphView } from '@tinhgon/rules/views/dependencies';

/** What is drawn: nodes by id, and lines from documents. */
export interface Drawn {
  readonly nodes: readonly GraphNode[];
  readonly edges: GraphView['edges'];
}

/** Several answers drawn as one. A group that was opened gives way to its procedures. */
export function mergeGraphs(answers: readonly GraphView[], opened: ReadonlySet<string>): Drawn {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphView['edges'][number]>();
  for (const answer of answers) {
    for (const node of answer.nodes) if (!opened.has(node.id)) nodes.set(node.id, node);
    for (const edge of answer.edges) {
      if (!opened.has(edge.to)) edges.set(`${edge.document} ${edge.to}`, edge);
    }
  }
  const drawn = [...edges.values()].filter((edge) => nodes.has(edge.document) && nodes.has(edge.to));
  return { nodes: [...nodes.values()], edges: drawn };
}
