import { Link } from '@tanstack/react-router';
import { signedName } from '@tinhgon/rules/person';
import type { previewItem } from '@tinhgon/rules/views/operation';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

type Item = z.infer<typeof previewItem>;

/** Each chosen plan and document: what may be done, and what may not and why; those come first. */
export function PreviewTable({ items }: { readonly items: readonly Item[] }) {
  const { t } = useTranslation();
  const { word, reason } = useWords();
  const format = useFormat();
  const rows = [...items].sort((a, b) => Number(a.allowed) - Number(b.allowed));
  return (
    <DataTable
      caption={t('operation.previewTitle')}
      rows={rows}
      rowKey={(row) => `${row.kind}/${row.subject}/${row.step}`}
      columns={[
        {
          key: 'subject',
          heading: t('operation.subject'),
          rowHeader: true,
          cell: (row) => (
            <>
              <Link
                to={row.kind === 'plan' ? '/plans/$code' : '/documents/$code'}
                params={{ code: row.subject }}
              >
                {row.title}
              </Link>
              <div className="small faint">{row.subject}</div>
            </>
          ),
        },
        {
          key: 'step',
          heading: t('plan.at'),
          cell: (row) => (row.step ? word('step', row.step) : <span className="faint">–</span>),
        },
        ...(rows.some(({ date }) => date)
          ? [
              {
                key: 'date',
                heading: t('operation.dates.move'),
                narrow: true,
                cell: ({ date }: Item) =>
                  date ? (
                    `${date.from ? format.day(date.from) : t('operation.dates.unset')} → ${format.day(date.to)}`
                  ) : (
                    <span className="faint">–</span>
                  ),
              },
            ]
          : []),
        ...(rows.some(({ request }) => request)
          ? [
              {
                key: 'why',
                heading: t('app.reason'),
                cell: ({ request }: Item) =>
                  request && (
                    <>
                      <span className="pre">{request.reason}</span>
                      <div className="small soft">{signedName(request.askedBy)}</div>
                    </>
                  ),
              },
            ]
          : []),
        {
          key: 'may',
          heading: t('operation.may'),
          cell: (row) =>
            row.allowed ? (
              t('operation.yes')
            ) : (
              <>
                <span className="medium">{t('operation.no')}</span>{' '}
                {row.code && reason(row.code, row.details ?? {})}
              </>
            ),
        },
      ]}
    />
  );
}
