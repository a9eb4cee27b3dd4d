import { Link } from '@tanstack/react-router';
import { figuresOf, summed, withSaving } from '@tinhgon/rules/cost/figures';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { CostResult } from '../../components/cost/cost-result.tsx';
import { useSavingColumns } from '../../components/cost/saving-columns.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useWords } from '../../language/use-words.ts';

/** What the plan saves those who follow its procedures, one by one and together; each opens to how it is reckoned. */
export function PlanCost({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const savingColumns = useSavingColumns();
  const rows = plan.measures.flatMap(({ procedureCode, name: title, cost }) =>
    cost ? [{ code: procedureCode, title, sheet: cost, ...withSaving(figuresOf(cost)) }] : [],
  );
  if (rows.length === 0) return <p className="soft">{t('cost.none')}</p>;
  const missing = plan.measures.filter(({ cost }) => cost === null);
  return (
    <>
      <DataTable
        caption={t('cost.title')}
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
                  {name(row.title)}
                </Link>
              </>
            ),
            total: t('cost.whole'),
          },
          // What it costs now and then stands below, beside how it is reckoned.
          ...savingColumns(withSaving(summed(rows))).filter(
            ({ key }) => key !== 'current' && key !== 'proposed',
          ),
        ]}
      />
      {rows.map((row) => (
        <details key={row.code}>
          <summary className="small soft">
            {t('cost.how')}: {row.code} {name(row.title)}
          </summary>
          <CostResult sheet={row.sheet} />
        </details>
      ))}
      <p className="soft small" style={{ marginTop: 8 }}>
        {t('cost.sheets', { count: rows.length, of: plan.measures.length })}
        {missing.length > 0 &&
          ` ${t('cost.without', { codes: missing.map((one) => one.procedureCode).join(', ') })}`}
      </p>
    </>
  );
}
