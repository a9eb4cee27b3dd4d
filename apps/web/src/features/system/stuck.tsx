import type { StuckPage, StuckView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { TemporalLink } from '../../components/temporal-link.tsx';
import { useFormat } from '../../format/use-format.ts';

/** What is open and does not get on: why, since when, what to do about it. */
export function Stuck({ page }: { readonly page: StuckPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { items, more } = page;
  const counts = { looked: format.number(page.looked), open: format.number(page.open) };
  if (items.length === 0)
    return <p>{page.open === 0 ? t('system.stuck.nothingOpen') : t('system.stuck.none', counts)}</p>;
  return (
    <>
      <p className="soft">{t('system.stuck.looked', counts)}</p>
      <DataTable
        caption={t('system.stuck.title')}
        rows={items}
        rowKey={(row) => `${row.kind}/${row.code}`}
        columns={[
          {
            key: 'what',
            heading: t('system.stuck.what'),
            rowHeader: true,
            cell: (row) => (
              <>
                {t(`system.kind.${row.kind}`)} {row.code}
                <TemporalLink url={row.temporalUrl} />
              </>
            ),
          },
          { key: 'why', heading: t('system.stuck.why'), cell: (row) => <Why row={row} /> },
          {
            key: 'since',
            heading: t('system.stuck.since'),
            cell: (row) => (row.since === null ? t('system.stuck.unknownSince') : format.moment(row.since)),
          },
          { key: 'do', heading: t('system.stuck.do'), cell: (row) => t(`system.trouble.${row.trouble}.do`) },
        ]}
      />
      {more > 0 && (
        <p className="soft">{t('system.stuck.more', { count: more, number: format.number(more) })}</p>
      )}
    </>
  );
}

function Why({ row }: { readonly row: StuckView }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="late">{t(`system.trouble.${row.trouble}.is`)}</div>
      {row.said !== null && (
        <div className="small">
          <q>{row.said}</q>
        </div>
      )}
      {row.attempts !== null && (
        <div className="small soft">{t('system.stuck.attempts', { count: row.attempts })}</div>
      )}
    </>
  );
}
