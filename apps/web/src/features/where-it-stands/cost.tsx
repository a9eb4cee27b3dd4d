import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CostSums, CostView } from '@tinhgon/rules/views/cost';
import { useTranslation } from 'react-i18next';
import { useSavingColumns } from '../../components/cost/saving-columns.tsx';
import { SavingParts } from '../../components/cost/saving-parts.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';
import { CostPlans, CostProcedures } from './cost-lists.tsx';
import styles from './where-it-stands.module.css';

/** What following procedures costs in a year and what is saved: of those that count, and apart, as approved plans propose. */
export function Cost({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.programmes.cost.queryOptions(asked), placeholderData: keepPreviousData });
  return (
    <section>
      <h2>{t('stands.part.cost')}</h2>
      <p className="small soft">{t('stands.costHow')}</p>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(view) =>
          view.counted.sheets + view.proposed.sheets === 0 ? (
            <Empty title={t('cost.none')}>{t('stands.noCostHint')}</Empty>
          ) : (
            <>
              <div className={styles.costs}>
                <Whole title={t('stands.costCounted')} sums={view.counted} />
                <Whole title={t('stands.costProposed')} sums={view.proposed} />
              </div>
              <ByMinistry view={view} of="counted" title={t('stands.costCountedBy')} />
              <ByMinistry view={view} of="proposed" title={t('stands.costProposedBy')} />
              <CostProcedures asked={asked} />
              <CostPlans asked={asked} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Whole({ title, sums }: { readonly title: string; readonly sums: CostSums }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <SavingParts figures={sums} />
      <p className="small soft">
        {t('cost.sheets', { count: sums.sheets, of: format.number(sums.procedures) })}
        {sums.procedures > sums.sheets &&
          ` ${t('stands.costWithout', {
            count: sums.procedures - sums.sheets,
            number: format.number(sums.procedures - sums.sheets),
          })}`}
      </p>
    </section>
  );
}

interface ByMinistryProps {
  readonly view: CostView;
  readonly of: 'counted' | 'proposed';
  readonly title: string;
}

/** Agencies in charge of a procedure that has a sheet. */
function ByMinistry({ view, of, title }: ByMinistryProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const savingColumns = useSavingColumns();
  const rows = view.byMinistry.flatMap((one) =>
    one[of].sheets > 0 ? [{ agency: one.agency, ...one[of] }] : [],
  );
  if (rows.length === 0) return null;
  const sheets = (sums: Pick<CostSums, 'sheets' | 'procedures'>) =>
    `${format.number(sums.sheets)} / ${format.number(sums.procedures)}`;
  return (
    <section>
      <h3>{title}</h3>
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.agency?.code ?? ''}
        columns={[
          {
            key: 'agency',
            heading: t('progress.ministry'),
            rowHeader: true,
            cell: (row) => (row.agency ? name(row.agency.name) : t('stands.noAgency')),
            total: t('stands.costWhole'),
          },
          {
            key: 'sheets',
            heading: t('stands.costSheets'),
            numeric: true,
            cell: sheets,
            total: sheets(view[of]),
          },
          ...savingColumns(view[of]),
        ]}
      />
    </section>
  );
}
