import { Link } from '@tanstack/react-router';
import type { CostPlan, CostProcedure } from '@tinhgon/rules/views/cost';
import { useTranslation } from 'react-i18next';
import { useSavingColumns } from '../../components/cost/saving-columns.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import type { Asked } from './asked.ts';

const SHOWN = 20;

/** Procedures that count and have a cost sheet, largest saving first. */
export function CostProcedures({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const savingColumns = useSavingColumns();
  const question = { ...asked, limit: SHOWN };
  const query = usePages(trpc.programmes.costProcedures.queryKey(question), (cursor) =>
    client.programmes.costProcedures.query({ ...question, ...(cursor && { cursor }) }),
  );
  const title = t('stands.costProcedures');
  return (
    <section>
      <h3>{title}</h3>
      <MoreRows query={query} skeleton={4} none={<p className="soft">{t('stands.noCostProcedure')}</p>}>
        {(rows: readonly CostProcedure[]) => (
          <DataTable
            caption={title}
            rows={rows}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'name',
                heading: t('plan.procedure'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    <span className="small faint">{row.code}</span>{' '}
                    <Link to="/procedures/$code" params={{ code: row.code }}>
                      {name(row.name)}
                    </Link>
                    {row.ministry && <div className="small soft">{name(row.ministry.name)}</div>}
                  </>
                ),
              },
              ...savingColumns<CostProcedure>(),
            ]}
          />
        )}
      </MoreRows>
    </section>
  );
}

/** Approved plans with a cost sheet, largest saving first; those the reader may not see are counted and said. */
export function CostPlans({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const savingColumns = useSavingColumns();
  const question = { ...asked, limit: SHOWN };
  const query = usePages(trpc.programmes.costPlans.queryKey(question), (cursor) =>
    client.programmes.costPlans.query({ ...question, ...(cursor && { cursor }) }),
  );
  const hidden = query.data?.pages[0]?.hidden ?? 0;
  const title = t('stands.costPlans');
  return (
    <section>
      <h3>{title}</h3>
      {hidden > 0 && (
        <p className="small soft">
          {t('stands.costHidden', { count: hidden, number: format.number(hidden) })}
        </p>
      )}
      <MoreRows query={query} skeleton={4} none={<p className="soft">{t('stands.noCostPlan')}</p>}>
        {(rows: readonly CostPlan[]) => (
          <DataTable
            caption={title}
            rows={rows}
            rowKey={(row) => row.code}
            columns={[
              {
                key: 'name',
                heading: t('stands.is.plan'),
                rowHeader: true,
                cell: (row) => (
                  <>
                    <Link to="/plans/$code" params={{ code: row.code }}>
                      {row.name}
                    </Link>
                    <div className="small faint">
                      {row.code} · {name(row.ministry.name)} ·{' '}
                      {t('cost.sheets', { count: row.sheets, of: format.number(row.procedures) })}
                    </div>
                  </>
                ),
              },
              ...savingColumns<CostPlan>(),
            ]}
          />
        )}
      </MoreRows>
    </section>
  );
}
