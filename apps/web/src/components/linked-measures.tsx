import { Link } from '@tanstack/react-router';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { DataTable } from './data-table.tsx';

/** The procedures that depend on a document, by plan, and how far each has come after promulgation. */
export function LinkedMeasures({ document }: { readonly document: DocumentView }) {
  const { t } = useTranslation();
  const { name, word } = useWords();
  const evidence = (row: DocumentView['measures'][number]) =>
    [
      row.announced && t('document.announced'),
      row.inDatabase && t('document.inDatabase'),
      row.displayed && t('document.displayed'),
    ].filter(Boolean);
  if (document.measures.length === 0 && document.hidden === 0) {
    return <p className="soft">{t('document.noMeasures')}</p>;
  }
  return (
    <>
      {document.measures.length > 0 && (
        <DataTable
          caption={t('document.measures')}
          rows={document.measures}
          rowKey={(row) => `${row.planCode}/${row.procedureCode}`}
          columns={[
            {
              key: 'procedure',
              heading: t('document.procedure'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link to="/procedures/$code" params={{ code: row.procedureCode }}>
                    {name(row.name)}
                  </Link>{' '}
                  <span className="faint small">{row.procedureCode}</span>
                </>
              ),
            },
            { key: 'measure', heading: t('document.measure'), cell: (row) => word('measure', row.measure) },
            {
              key: 'plan',
              heading: t('document.plan'),
              cell: (row) => (
                <Link
                  to="/plans/$code"
                  params={{ code: row.planCode }}
                  title={row.planName}
                  className="nowrap"
                >
                  {row.planCode}
                </Link>
              ),
            },
            {
              key: 'evidence',
              heading: t('document.evidence'),
              cell: (row) => evidence(row).join(', ') || <span className="faint">–</span>,
            },
          ]}
        />
      )}
      {document.hidden > 0 && (
        <p className="small soft">
          {t(document.measures.length > 0 ? 'document.hidden' : 'document.onlyHidden', {
            count: document.hidden,
          })}
        </p>
      )}
    </>
  );
}
