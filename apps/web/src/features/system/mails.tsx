import type { MailsView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';

/** E-mail on its way and not, with what the mail server says. */
export function Mails({ mails }: { readonly mails: MailsView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { sends, waiting, troubled, failed } = mails;
  if (!sends && waiting + troubled + failed === 0) return <p>{t('system.mails.off')}</p>;
  return (
    <>
      {!sends && <p>{t('system.mails.off')}</p>}
      <dl>
        {(['waiting', 'troubled', 'failed'] as const).map((state) => (
          <div key={state} style={{ display: 'contents' }}>
            <dt>{t(`system.mails.${state}`)}</dt>
            <dd className={state !== 'waiting' && mails[state] > 0 ? 'late' : undefined}>
              {format.number(mails[state])}
            </dd>
          </div>
        ))}
      </dl>
      {mails.reasons.length > 0 && (
        <DataTable
          caption={t('system.mails.reasons')}
          rows={mails.reasons}
          rowKey={(row) => `${row.givenUp} ${row.said}`}
          columns={[
            {
              key: 'said',
              heading: t('system.mails.said'),
              rowHeader: true,
              cell: (row) => <code>{row.said}</code>,
            },
            {
              key: 'state',
              heading: t('system.mails.state'),
              cell: (row) => t(row.givenUp ? 'system.mails.givenUp' : 'system.mails.triedAgain'),
            },
            {
              key: 'count',
              heading: t('system.mails.count'),
              numeric: true,
              cell: (row) => format.number(row.count),
            },
            { key: 'last', heading: t('system.mails.last'), cell: (row) => format.moment(row.lastAt) },
          ]}
        />
      )}
    </>
  );
}
