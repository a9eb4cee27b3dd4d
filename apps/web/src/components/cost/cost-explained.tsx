import { amountText } from '@tinhgon/rules/cost/cost-text';
import { costOf, savingOf, type SavingTerm, savingTerms, termDong } from '@tinhgon/rules/cost/saving';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { DataTable } from '../data-table.tsx';
import styles from './cost.module.css';
import { useCostWords } from './use-cost-words.ts';

/** How every figure of a sheet comes about, down to hours and wages. */
export function CostExplained({ sheet }: { readonly sheet: CostSheet }) {
  const { t } = useTranslation();
  return (
    <details className={styles.how}>
      <summary>{t('cost.how')}</summary>
      <div className={styles.sides}>
        <Side sheet={sheet} side="current" />
        <Side sheet={sheet} side="proposed" />
      </div>
      <Terms sheet={sheet} />
    </details>
  );
}

function Side({ sheet, side }: { readonly sheet: CostSheet; readonly side: 'current' | 'proposed' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useCostWords();
  const { lines, timesAYear, subjectsAYear } = sheet[side];
  const { run, yearly } = costOf(sheet[side]);
  return (
    <section>
      <h4>{t(`cost.${side}`)}</h4>
      {lines.length === 0 && <p className="soft">{t('cost.nothing')}</p>}
      <ul>
        {lines.map((line) => (
          <li key={line.key}>
            <span className="soft">{words.kind(line.kind)}:</span> {line.name}
            <br />
            {amountText(line, words)}
            {line.remark !== undefined && <div className="small soft pre">{words.remark(line.remark)}</div>}
          </li>
        ))}
      </ul>
      <p>{t('cost.sum', { money: format.money(run) })}</p>
      <p>{words.runs(timesAYear, subjectsAYear)}</p>
      <p>
        {t('cost.yearly', {
          money: format.money(run),
          times: format.number(timesAYear),
          subjects: format.number(subjectsAYear),
          result: format.money(yearly),
        })}
      </p>
    </section>
  );
}

/** The saving line by line, each with the terms it is made of. */
function Terms({ sheet }: { readonly sheet: CostSheet }) {
  const { t } = useTranslation();
  const format = useFormat();
  const saving = savingOf(sheet);
  const lines = [...sheet.current.lines, ...sheet.proposed.lines];
  const termsOf = new Map(savingTerms(sheet).map(({ key, terms }) => [key, terms]));
  const part = (key: string, real: boolean, dong: number) => {
    const terms = (termsOf.get(key) ?? []).filter((term) => term.real === real);
    return (
      <>
        <div>{format.money(dong)}</div>
        {terms.map((term) => (
          <div key={term.by} className="small soft">
            {said(term)}
            {terms.length > 1 && ` = ${format.money(termDong(term))}`}
          </div>
        ))}
      </>
    );
  };
  const said = ({ by, from, to, runs }: SavingTerm): string =>
    t(`cost.term.${by}`, {
      from: format.number(from),
      to: format.number(to),
      runs: format.number(runs),
    });
  return (
    <DataTable
      caption={t('cost.saving')}
      rows={saving.lines}
      rowKey={(row) => row.key}
      columns={[
        {
          key: 'line',
          heading: t('cost.line'),
          rowHeader: true,
          cell: (row) => lines.find(({ key }) => key === row.key)?.name,
          total: t('cost.whole'),
        },
        {
          key: 'real',
          heading: t('cost.real'),
          numeric: true,
          cell: (row) => part(row.key, true, row.real),
          total: format.money(saving.real),
        },
        {
          key: 'estimate',
          heading: t('cost.estimate'),
          numeric: true,
          cell: (row) => part(row.key, false, row.estimate),
          total: format.money(saving.estimate),
        },
        {
          key: 'saving',
          heading: t('cost.saving'),
          numeric: true,
          cell: (row) => format.money(row.saving),
          total: format.money(saving.saving),
        },
      ]}
    />
  );
}
