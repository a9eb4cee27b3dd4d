import { Link } from '@tanstack/react-router';
import type { ProcedureView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

interface Row {
  readonly key: string;
  readonly what: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly by: string | null;
  readonly at: string | null;
}

/** The three proofs one document gives for one procedure; a missing one says so. */
export function EvidenceCard({ evidence }: { readonly evidence: ProcedureView['evidence'][number] }) {
  const { t } = useTranslation();
  const { word, capital } = useWords();
  const format = useFormat();
  const { announcement, databaseEntry } = evidence;
  const rows: Row[] = [
    {
      key: 'inForce',
      what: t('procedure.inForce'),
      number: evidence.number,
      date: evidence.inForceOn,
      by: evidence.recordedBy,
      at: evidence.recordedAt,
    },
    {
      key: 'announcement',
      what: word('evidence', 'announcement'),
      number: announcement?.number ?? null,
      date: announcement?.date ?? null,
      by: announcement?.recordedBy ?? null,
      at: announcement?.recordedAt ?? null,
    },
    {
      key: 'database',
      what: word('evidence', 'database-entry'),
      number: databaseEntry?.number ?? null,
      date: databaseEntry?.date ?? null,
      by: databaseEntry?.recordedBy ?? null,
      at: databaseEntry?.recordedAt ?? null,
    },
  ];
  return (
    <div style={{ marginBottom: 20 }}>
      <p className="medium" style={{ marginBottom: 4 }}>
        {capital('documentType', evidence.type)} {evidence.number}{' '}
        <Link to="/documents/$code" params={{ code: evidence.documentCode }}>
          {evidence.title}
        </Link>
        {evidence.signedOn && (
          <span className="soft small">
            {' '}
            · {t('procedure.signedOn', { day: format.day(evidence.signedOn) })}
          </span>
        )}
      </p>
      <DataTable
        caption={evidence.title}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'what', heading: t('procedure.proof'), cell: (row) => row.what, rowHeader: true },
          { key: 'number', heading: t('procedure.number'), cell: (row) => row.number ?? '–' },
          {
            key: 'date',
            heading: t('procedure.date'),
            narrow: true,
            cell: (row) =>
              row.date ? format.day(row.date) : <span className="soon">{t('procedure.missing')}</span>,
          },
          {
            key: 'by',
            heading: t('app.recorded'),
            cell: (row) => (row.by && row.at ? `${row.by} · ${format.moment(row.at)}` : '–'),
          },
        ]}
      />
    </div>
  );
}
