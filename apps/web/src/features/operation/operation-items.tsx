import { Link } from '@tanstack/react-router';
import { ITEM_OUTCOMES, type ItemOutcome, isEnded, totalOf } from '@tinhgon/rules/operation/operation';
import { isWorkflowKind, PLACE_OF } from '@tinhgon/rules/subject-kinds';
import type { OperationItemView, OperationView } from '@tinhgon/rules/views/operation';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { FilterBar, FilterChoice } from '../../components/filter-bar.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import styles from './operation.module.css';

/** Every plan, document and other subject of an operation, and how it came off. */
export function OperationItems({ operation }: { readonly operation: OperationView }) {
  const { t } = useTranslation();
  const { id, state, progress } = operation;
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [outcome, setOutcome] = useState<ItemOutcome | undefined>();
  const asked = { id, ...(outcome && { outcome }) };
  const query = usePages(trpc.operations.items.queryKey(asked), (cursor) =>
    client.operations.items.query({ ...asked, ...(cursor && { cursor }) }),
  );
  // The list is read anew as the numbers above it move.
  const { refetch } = query;
  const moved = `${progress.done} ${progress.refused} ${progress.failed} ${isEnded(state)}`;
  const seen = useRef(moved);
  useEffect(() => {
    if (seen.current !== moved) void refetch();
    seen.current = moved;
  }, [moved, refetch]);
  return (
    <section className={styles.section}>
      <h2>{t('operation.items')}</h2>
      <FilterBar label={t('operation.items')}>
        <FilterChoice
          label={t('operation.outcomeLabel')}
          any={t('app.any')}
          options={ITEM_OUTCOMES.map((value) => ({ value, label: t(`operation.outcome.${value}`) }))}
          value={outcome}
          onChange={setOutcome}
        />
      </FilterBar>
      <Loaded query={query} skeleton={<SkeletonLines count={5} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          if (rows.length === 0) {
            return <Empty title={t(totalOf(progress) === 0 ? 'operation.notFixed' : 'operation.noItems')} />;
          }
          return (
            <>
              <ItemTable rows={rows} />
              <MoreButton
                shown={rows.length}
                total={data.pages[0]?.total ?? rows.length}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

function ItemTable({ rows }: { readonly rows: readonly OperationItemView[] }) {
  const { t } = useTranslation();
  const { reason } = useWords();
  return (
    <DataTable
      caption={t('operation.items')}
      rows={rows}
      rowKey={(row) => String(row.ordinal)}
      columns={[
        {
          key: 'subject',
          heading: t('operation.subject'),
          rowHeader: true,
          cell: (row) => <Subject row={row} />,
        },
        {
          key: 'outcome',
          heading: t('operation.outcomeLabel'),
          cell: (row) => (
            <>
              <span className={row.outcome === 'done' ? undefined : 'medium'}>
                {t(`operation.outcome.${row.outcome}`)}
              </span>
              {row.code && <div className="small soft">{reason(row.code, row.details ?? {})}</div>}
            </>
          ),
        },
      ]}
    />
  );
}

function Subject({ row: { subject, title, assignment } }: { readonly row: OperationItemView }) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const slash = subject.indexOf('/');
  const [kind, code] = [subject.slice(0, slash), subject.slice(slash + 1)];
  // A plan that does not exist for the reader has no code.
  if (kind === 'plan' && code === '') return <span className="soft">{t('operation.hiddenPlan')}</span>;
  if (isWorkflowKind(kind)) {
    return (
      <>
        <Link to={`/${PLACE_OF[kind]}/$code`} params={{ code }}>
          {title ?? code}
        </Link>
        {title && <div className="small faint">{code}</div>}
      </>
    );
  }
  if (assignment) {
    const held = {
      function: word('function', assignment.function),
      agency: assignment.agency ? name(assignment.agency.name) : t('app.nationwide'),
    };
    return (
      <>
        {title ?? t('operation.kinds.assignment')}
        <div className="small faint">
          {t(assignment.ends ? 'operation.assignmentEnds' : 'operation.assignmentBegins', held)}
        </div>
      </>
    );
  }
  return (
    <>
      {title ?? t(`operation.kinds.${kind}` as never)}
      <div className="small faint">{title ? t(`operation.kinds.${kind}` as never) : code}</div>
    </>
  );
}
