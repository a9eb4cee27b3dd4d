import { useQuery } from '@tanstack/react-query';
import {
  REPORT_ANNEXES,
  REPORT_FORMATS,
  REPORT_UNDER_WAY,
  type ReportView,
} from '@tinhgon/rules/views/report';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './report.module.css';
import { Signatures } from './signatures.tsx';

const LOOK_EVERY_MS = 1_000;

export function ReportTable({ reports }: { readonly reports: readonly ReportView[] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  return (
    <DataTable
      caption={t('report.caption')}
      rows={reports}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'report',
          heading: t('report.report'),
          rowHeader: true,
          cell: (row) => (
            <>
              {t('report.line', { programme: name(row.programmeName), day: format.day(row.asAt) })}
              <div className="small soft">
                {t(`report.${row.language}`)} · {t('report.known', { moment: format.moment(row.knownAt) })} ·{' '}
                {t('report.templateVersion', { version: row.templateVersion })}
              </div>
            </>
          ),
        },
        {
          key: 'by',
          heading: t('report.askedBy'),
          cell: (row) => (
            <>
              {row.askedBy.name}
              <div className="small soft">{format.moment(row.askedAt)}</div>
            </>
          ),
        },
        { key: 'result', heading: t('report.result'), cell: (row) => <Result report={row} /> },
      ]}
    />
  );
}

/** Whether more is going to be known of a report by itself: it is being made, or its signed copy is being read. */
const underWay = ({ state, signatures }: ReportView) =>
  REPORT_UNDER_WAY.includes(state) || signatures.some(({ file }) => file?.comparison.outcome === 'waiting');

/** How far it is, looked at until it is made; then what it says, its files, and whether it was signed. */
function Result({ report: listed }: { readonly report: ReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const trpc = useTRPC();
  const { data: looked } = useQuery({
    ...trpc.reports.get.queryOptions({ id: listed.id }),
    enabled: underWay(listed),
    refetchInterval: ({ state }) => (state.data && !underWay(state.data) ? false : LOOK_EVERY_MS),
  });
  // Looked at for as long as the list has not caught up; from then on the list knows more.
  const report = underWay(listed) ? (looked ?? listed) : listed;
  if (report.state !== 'done') {
    return (
      <div role="status">
        <span className={report.state === 'failed' ? 'late' : 'soft'}>
          {t(`report.state.${report.state}`, {
            done: format.number(report.done),
            total: format.number(report.total),
          })}
        </span>
        {report.state === 'making' && <Bar part={report.done} whole={report.total} />}
      </div>
    );
  }
  const count = report.simplified ?? 0;
  const simplified = format.number(count);
  return (
    <>
      <strong>
        {report.sharePercent === null
          ? t('report.number', { count, simplified })
          : t('report.share', { count, simplified, percent: format.percent(report.sharePercent) })}
      </strong>
      <Files report={report} />
      <Signatures report={report} />
    </>
  );
}

function Files({ report }: { readonly report: ReportView }) {
  const { t } = useTranslation();
  const label = ({ format, annex }: ReportView['files'][number]) =>
    t(`report.format.${format}`) +
    (annex === null
      ? format === 'csv'
        ? ` (${t('report.notes')})`
        : ''
      : ` (${t(`report.annex.${annex}`)})`);
  const place = ({ format, annex }: ReportView['files'][number]) =>
    REPORT_FORMATS.indexOf(format) * REPORT_ANNEXES.length +
    (annex === null ? 0 : REPORT_ANNEXES.indexOf(annex));
  const files = report.files.toSorted((a, b) => place(a) - place(b));
  return (
    <>
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.name}>
            <a href={`/api/v1/reports/${report.id}/files/${encodeURIComponent(file.name)}`} download>
              {label(file)}
            </a>
          </li>
        ))}
      </ul>
      <details className="small">
        <summary>{t('report.hashes')}</summary>
        <dl className={styles.hashes}>
          {files.map((file) => (
            <div key={file.name}>
              <dt className="soft">{file.name}</dt>
              <dd>{file.sha256.replace('sha256-', '')}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}
