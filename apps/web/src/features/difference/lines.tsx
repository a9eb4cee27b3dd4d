import { Link } from '@tanstack/react-router';
import type { DifferenceCause, DifferenceLine } from '@tinhgon/rules/views/difference';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { MoreRows } from '../../components/more-rows.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { usePages } from '../../server/use-pages.ts';
import styles from './difference.module.css';
import { signed } from './signed.ts';

const SHOWN = 20;

interface LinesProps {
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly cause: DifferenceCause | undefined;
}

/** The procedures behind the difference, or behind one cause of it. */
export function Lines({ code, from, to, cause }: LinesProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const asked = { code, from, to, limit: SHOWN, ...(cause && { cause }) };
  const query = usePages(trpc.programmes.differenceLines.queryKey(asked), (cursor) =>
    client.programmes.differenceLines.query({ ...asked, ...(cursor && { cursor }) }),
  );
  const heading = cause
    ? t('difference.linesOf', { cause: t(`difference.of.${cause}`) })
    : t('difference.lines');
  const columns: Column<DifferenceLine>[] = [
    {
      key: 'procedure',
      heading: t('difference.procedure'),
      rowHeader: true,
      cell: (row) => (
        <>
          <Link to="/procedures/$code" params={{ code: row.code }} search={{ programme: code, asAt: to }}>
            {name(row.name)}
          </Link>
          <div className="small soft">{row.code}</div>
        </>
      ),
    },
    { key: 'cause', heading: t('difference.cause'), cell: (row) => <Cause line={row} /> },
    {
      key: 'ministry',
      heading: t('progress.ministry'),
      cell: (row) => {
        const [before, after] = [row.from?.ministry, row.to?.ministry];
        if (before && after && before.code !== after.code)
          return `${name(before.name)} → ${name(after.name)}`;
        const one = after ?? before;
        return one ? name(one.name) : '–';
      },
    },
    {
      key: 'document',
      heading: t('progress.documentsHeading'),
      cell: (row) =>
        row.document === null ? (
          '–'
        ) : (
          <Link to="/documents/$code" params={{ code: row.document }}>
            {row.document}
          </Link>
        ),
    },
    {
      key: 'simplified',
      heading: t('progress.simplified'),
      numeric: true,
      cell: (row) => signed(row.simplified, format.number),
    },
    {
      key: 'baseline',
      heading: t('progress.baselineCount'),
      numeric: true,
      cell: (row) => signed(row.baseline, format.number),
    },
  ];
  return (
    <section className={styles.section} aria-live="polite">
      <h2>{heading}</h2>
      <MoreRows query={query} skeleton={5} none={<p className="soft">{t('difference.same')}</p>}>
        {(rows) => <DataTable caption={heading} rows={rows} rowKey={(row) => row.code} columns={columns} />}
      </MoreRows>
    </section>
  );
}

/** Why, with the day that settles it. */
function Cause({ line }: { readonly line: DifferenceLine }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cause, from, to, knownSince } = line;
  const day = to?.countsOn ?? from?.countsOn ?? null;
  return (
    <>
      {t(`difference.of.${cause}`)}
      {day !== null && (
        <div className="small soft">
          {to?.countsOn
            ? t('difference.countsOn', { day: format.day(day) })
            : t('difference.countedOn', { day: format.day(day) })}
        </div>
      )}
      {cause === 'recorded-late' && knownSince !== null && (
        <div className="small soft">{t('difference.recordedOn', { day: format.dayOf(knownSince) })}</div>
      )}
    </>
  );
}
