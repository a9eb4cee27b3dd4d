import { Link } from '@tanstack/react-router';
import type { BottleneckSummary } from '@tinhgon/rules/views/bottleneck';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { AnswerBy } from './answer-by.tsx';
import styles from './bottlenecks-on.module.css';
import { type Column, DataTable } from './data-table.tsx';
import { StandsOn } from './stands-on.tsx';

/** Bottlenecks as a table: what and on what, why, who has to answer, how it stands. */
export function BottleneckTable({
  rows,
  caption,
}: {
  readonly rows: readonly BottleneckSummary[];
  readonly caption: string;
}) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const columns: Column<BottleneckSummary>[] = [
    {
      key: 'what',
      heading: t('bottleneck.what'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/bottlenecks/$code" params={{ code: row.code }} className={styles.what}>
            {row.what}
          </Link>
          <div className="small soft">
            <span className="faint">{row.code}</span> · <StandsOn on={row.on} />
          </div>
        </>
      ),
    },
    { key: 'cause', heading: t('bottleneck.cause'), cell: (row) => capital('cause', row.cause) },
    {
      key: 'responsible',
      heading: t('bottleneck.responsibleShort'),
      cell: (row) => name(row.responsible.name),
    },
    {
      key: 'raised',
      heading: t('bottleneck.raisedByHead'),
      cell: (row) => (
        <>
          {row.raisedBy.name}
          <div className="small soft">{name(row.raisedFor.name)}</div>
        </>
      ),
    },
    {
      key: 'state',
      heading: t('bottleneck.state'),
      cell: (row) => (
        <>
          {capital('bottleneckPhase', row.phase)}
          <div className="small">
            <AnswerBy day={row.answerBy} timing={row.timing} daysLate={row.daysLate} />
          </div>
        </>
      ),
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={(row) => row.code} />;
}
