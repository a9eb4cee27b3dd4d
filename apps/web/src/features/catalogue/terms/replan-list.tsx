import { Link } from '@tanstack/react-router';
import type { ReplanItem, ReplanPreview } from '@tinhgon/rules/views/terms';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import styles from './terms.module.css';

/** What other terms change for each open plan and document. */
export function ReplanList({ preview }: { readonly preview: ReplanPreview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { capital } = useWords();
  const { looked, total, blocked, items } = preview;
  const day = (value: string | null) => (value === null ? t('terms.undated') : format.day(value));
  const lines = (item: ReplanItem): string[] => [
    ...item.steps.flatMap((step) => [
      ...(step.dueBefore === step.dueAfter
        ? []
        : [
            t('terms.dueMoves', {
              step: capital('step', step.key),
              before: day(step.dueBefore),
              after: day(step.dueAfter),
            }),
          ]),
      ...(step.functionBefore === step.functionAfter
        ? []
        : [
            t('terms.functionMoves', {
              step: capital('step', step.key),
              before: capital('function', step.functionBefore),
              after: capital('function', step.functionAfter),
            }),
          ]),
    ]),
    ...item.added.map((key) => t('terms.stepComes', { step: capital('step', key) })),
    ...item.left.map((key) => t('terms.stepGoes', { step: capital('step', key) })),
  ];
  return (
    <>
      <p>
        {t('terms.looked', { count: looked })} {t('terms.wouldChange', { count: total - blocked })}{' '}
        {blocked > 0 && <span className="late">{t('terms.cannotMove', { count: blocked })}</span>}
      </p>
      {items.length > 0 && (
        <DataTable
          caption={t('terms.changesOf')}
          rows={items}
          rowKey={(row) => `${row.subject} ${row.code}`}
          columns={[
            {
              key: 'title',
              heading: t('terms.what'),
              rowHeader: true,
              cell: (row) => (
                <>
                  <Link
                    to={row.subject === 'plan' ? '/plans/$code' : '/documents/$code'}
                    params={{ code: row.code }}
                  >
                    {row.title}
                  </Link>{' '}
                  <span className="small faint">{row.code}</span>
                </>
              ),
            },
            {
              key: 'changes',
              heading: t('terms.changes'),
              cell: (row) =>
                row.lacks === null ? (
                  <ul className={styles.list}>
                    {(lines(row).length > 0 ? lines(row) : [t('terms.onlyVersion')]).map((line) => (
                      <li key={line}>{line}</li>
                    ))}
                  </ul>
                ) : (
                  <span className="late">{t('terms.lacks', { step: capital('step', row.lacks) })}</span>
                ),
            },
          ]}
          {...(total > items.length && {
            foot: (
              <tr role="row">
                <td role="cell" colSpan={2} className="soft">
                  {t('terms.andOthers', { count: total - items.length })}
                </td>
              </tr>
            ),
          })}
        />
      )}
    </>
  );
}
