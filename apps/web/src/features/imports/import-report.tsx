import type { ImportResult } from '@tinhgon/rules/views/import';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { useFormat } from '../../format/use-format.ts';

const STEP = 200;

/** What the file holds and what is wrong with it, by the row and column the spreadsheet shows. */
export function ImportReport({ result }: { readonly result: ImportResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState(STEP);
  const { problems } = result;
  return (
    <section>
      <h2>{t(result.dryRun ? 'import.resultDry' : 'import.result')}</h2>
      <dl>
        {(['rows', 'added', 'changed', 'unchanged'] as const).map((key) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>{t(`import.${key}`)}</dt>
            <dd>{format.number(result[key])}</dd>
          </div>
        ))}
      </dl>
      {problems.length === 0 ? (
        result.dryRun && <p className="ok">✓ {t('import.noProblems')}</p>
      ) : (
        <>
          <h2>{t('import.problems', { count: problems.length })}</h2>
          <DataTable
            caption={t('import.problems', { count: problems.length })}
            rows={problems.slice(0, shown).map((problem, index) => ({ ...problem, id: String(index) }))}
            rowKey={(row) => row.id}
            columns={[
              { key: 'row', heading: t('import.row'), numeric: true, cell: (row) => format.number(row.row) },
              { key: 'column', heading: t('import.column'), cell: (row) => row.column ?? '–' },
              { key: 'value', heading: t('import.value'), cell: (row) => row.value ?? '–' },
              { key: 'message', heading: t('import.problem'), cell: (row) => row.message, rowHeader: true },
            ]}
          />
          <MoreButton
            shown={Math.min(shown, problems.length)}
            total={problems.length}
            hasMore={shown < problems.length}
            loading={false}
            onMore={() => setShown(shown + STEP)}
          />
        </>
      )}
    </section>
  );
}
