import { Link } from '@tanstack/react-router';
import type { GraphNode } from '@tinhgon/rules/views/dependencies';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useWords } from '../../language/use-words.ts';
import type { Drawn } from './merge-graphs.ts';
import { useNodeWords } from './use-node-words.ts';

/** The same as a table: one row for each line of the drawing. */
export function GraphTable({
  drawn,
  onOpen,
}: {
  readonly drawn: Drawn;
  readonly onOpen: (node: GraphNode) => void;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const words = useNodeWords();
  const byId = new Map(drawn.nodes.map((node) => [node.id, node]));
  const rows = drawn.edges.flatMap((edge) => {
    const [document, to] = [byId.get(edge.document), byId.get(edge.to)];
    return document && to ? [{ document, to, complete: edge.complete }] : [];
  });
  return (
    <DataTable
      caption={t('dependencies.asTable')}
      rows={rows}
      rowKey={(row) => `${row.document.id} ${row.to.id}`}
      columns={[
        {
          key: 'document',
          heading: t('plan.document'),
          rowHeader: true,
          cell: (row) => <Named node={row.document} words={words} onOpen={onOpen} />,
        },
        {
          key: 'procedure',
          heading: t('document.procedure'),
          cell: (row) => <Named node={row.to} words={words} onOpen={onOpen} />,
        },
        {
          key: 'ministry',
          heading: t('dependencies.ministry'),
          cell: (row) => name(row.to.ministry.name),
        },
        {
          key: 'state',
          heading: t('dependencies.state'),
          narrow: true,
          cell: (row) => t(row.complete ? 'dependencies.complete' : 'dependencies.waiting'),
        },
      ]}
    />
  );
}

function Named({
  node,
  words,
  onOpen,
}: {
  readonly node: GraphNode;
  readonly onOpen: (node: GraphNode) => void;
  readonly words: ReturnType<typeof useNodeWords>;
}) {
  const { t } = useTranslation();
  return (
    <>
      {node.kind === 'group' ? (
        words.title(node)
      ) : (
        <Link
          to={node.kind === 'document' ? '/documents/$code' : '/procedures/$code'}
          params={{ code: node.code }}
        >
          {words.title(node)}
        </Link>
      )}
      <div className="small soft">{words.state(node)}</div>
      {node.kind === 'group' && node.opens && (
        <button type="button" className="link-button small no-print" onClick={() => onOpen(node)}>
          {t('dependencies.openGroup')}
          <span className="visually-hidden"> {words.title(node)}</span>
        </button>
      )}
    </>
  );
}
