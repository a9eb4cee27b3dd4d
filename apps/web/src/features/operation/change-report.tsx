import { COUNTED_WORK } from '@tinhgon/rules/operation/parameters';
import type { OperationView } from '@tinhgon/rules/views/operation';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import styles from './operation.module.css';
import { Signatures } from './signatures.tsx';

type Change = NonNullable<OperationView['change']>;
type Counts = NonNullable<OperationView['counts']>['before'];

/** Whose work went to whom, how much there was before and is now, and who signed for it. */
export function ChangeReport({
  operation,
  change,
}: {
  readonly operation: OperationView;
  readonly change: Change;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useWords();
  const { counts, kinds, kind } = operation;
  return (
    <>
      <p>
        {t('operation.changeLine', {
          from: change.from.map((one) => name(one.name)).join(', '),
          to: change.to.map((one) => name(one.name)).join(', '),
          day: format.day(change.effectiveOn),
        })}
      </p>
      {counts && <CountsTable change={change} before={counts.before} after={counts.after} />}
      {kinds.length > 0 && (
        <section className={styles.section}>
          <h2>{t('operation.byKind')}</h2>
          <DataTable
            caption={t('operation.byKind')}
            rows={kinds}
            rowKey={(row) => row.kind}
            columns={[
              {
                key: 'kind',
                heading: t('operation.subjectKind'),
                rowHeader: true,
                cell: (row) => t(`operation.kinds.${row.kind}` as never),
              },
              ...(['done', 'refused', 'failed', 'waiting'] as const).map((outcome) => ({
                key: outcome,
                heading: t(`operation.outcome.${outcome}`),
                numeric: true,
                cell: (row: (typeof kinds)[number]) => format.number(row[outcome]),
              })),
            ]}
          />
          {kind !== 'undo' && <p className="small soft">{t('operation.refusedHint')}</p>}
        </section>
      )}
      {operation.report && <Signatures operation={operation} report={operation.report} />}
    </>
  );
}

interface CountsTableProps {
  readonly change: Change;
  readonly before: Counts;
  readonly after: Counts | null;
}

/** Each kind of work at each agency, before and, once it is through, after. */
export function CountsTable({ change, before, after }: CountsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name } = useWords();
  const agencies = [...change.from, ...change.to].filter(
    ({ code }, index, all) => all.findIndex((one) => one.code === code) === index,
  );
  /** One that keeps its code has its new name afterwards. */
  const nameWhen = (when: 'before' | 'after', agency: (typeof agencies)[number]) =>
    name((when === 'after' ? (change.to.find(({ code }) => code === agency.code) ?? agency) : agency).name);
  const column = (counts: Counts, when: 'before' | 'after', agency: (typeof agencies)[number]) => ({
    key: `${when} ${agency.code}`,
    heading: t(`operation.${when}`, { agency: nameWhen(when, agency) }),
    numeric: true,
    cell: (row: { readonly kind: (typeof COUNTED_WORK)[number] }) =>
      format.number(counts[agency.code]?.[row.kind] ?? 0),
  });
  return (
    <section className={styles.section}>
      <h2>{t('operation.countsTitle')}</h2>
      <DataTable
        caption={t('operation.countsTitle')}
        rows={COUNTED_WORK.map((kind) => ({ kind }))}
        rowKey={(row) => row.kind}
        columns={[
          {
            key: 'kind',
            heading: t('operation.work'),
            rowHeader: true,
            cell: (row) => t(`operation.counted.${row.kind}`),
          },
          ...agencies.map((agency) => column(before, 'before', agency)),
          ...(after ? agencies.map((agency) => column(after, 'after', agency)) : []),
        ]}
      />
      {after && <p className="small soft">{t('operation.countsHint')}</p>}
    </section>
  );
}
