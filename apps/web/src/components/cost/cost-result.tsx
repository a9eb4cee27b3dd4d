import { costOf, savingOf } from '@tinhgon/rules/cost/saving';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../data-table.tsx';
import { CostExplained } from './cost-explained.tsx';
import styles from './cost.module.css';
import { SavingParts } from './saving-parts.tsx';

interface CostResultProps {
  readonly sheet: CostSheet;
  /** Whether it is all there; false while it is being filled in. */
  readonly complete?: boolean;
}

/** What a sheet comes to, for one run and for a year, and how. */
export function CostResult({ sheet, complete = true }: CostResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [current, proposed] = [costOf(sheet.current), costOf(sheet.proposed)];
  const saving = savingOf(sheet);
  const rows = (['run', 'yearly'] as const).map((key) => ({
    key,
    title: t(key === 'run' ? 'cost.run' : 'cost.year'),
    current: current[key],
    proposed: proposed[key],
  }));
  return (
    <div className={styles.result}>
      <DataTable
        caption={t('cost.title')}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'title', heading: '', rowHeader: true, cell: (row) => row.title },
          ...(['current', 'proposed'] as const).map((side) => ({
            key: side,
            heading: t(`cost.${side}`),
            numeric: true,
            cell: (row: (typeof rows)[number]) => format.money(row[side]),
          })),
          {
            key: 'saving',
            heading: t('cost.saving'),
            numeric: true,
            cell: (row) => format.money(row.current - row.proposed),
          },
        ]}
      />
      <div aria-live="polite">
        <SavingParts figures={saving} />
      </div>
      {!complete && <p className="small soon">{t('cost.incomplete')}</p>}
      <CostExplained sheet={sheet} />
    </div>
  );
}
