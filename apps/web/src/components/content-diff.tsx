import type { ProcedureContent } from '@tinhgon/rules/content';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { wordDiff } from '../format/word-diff.ts';
import { CONTENT_ROWS, type ContentRow, contentText, partsOf } from '@tinhgon/rules/content-text';
import styles from './content-diff.module.css';
import { LineRemarks } from './remarks/line-remarks.tsx';
import { useRemarks } from './remarks/remarks-context.tsx';
import { useContentWords } from './use-content-words.ts';

interface ContentDiffProps {
  readonly current: ProcedureContent | null;
  readonly proposed: ProcedureContent | null;
  readonly caption: string;
  /** Names the procedure whose lines may be remarked on. */
  readonly procedureCode?: string;
}

/** Current against proposed, word by word. Rows without words on either side are left out. */
export function ContentDiff({ current, proposed, caption, procedureCode }: ContentDiffProps) {
  const { t } = useTranslation();
  const words = useContentWords();
  const remarks = useRemarks();
  const isRemarked = (row: ContentRow) =>
    remarks?.all.some((one) => one.procedureCode === procedureCode && one.field === row) ?? false;
  const rows = CONTENT_ROWS.map((row) => ({
    row,
    before: contentText(current, row, words),
    after: contentText(proposed, row, words),
  })).filter(({ row, before, after }) => before || after || isRemarked(row));
  if (rows.length === 0) return <p className="soft">{t('content.nothingSaid')}</p>;
  return (
    <table className={styles.diff} role="table">
      <caption className="visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="visually-hidden">{t('content.part')}</span>
          </th>
          <th role="columnheader" scope="col">
            {t('content.current')}
          </th>
          <th role="columnheader" scope="col">
            {t('content.proposed')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ row, before, after }) => (
          <Fragment key={row}>
            <tr role="row">
              <th role="rowheader" scope="row">
                {t(`content.row.${row}`)}
              </th>
              <td role="cell" data-label={t('content.current')}>
                <Side before={before} after={after} show="removed" />
              </td>
              <td role="cell" data-label={t('content.proposed')}>
                <Side before={before} after={after} show="added" />
              </td>
            </tr>
            {remarks && procedureCode !== undefined && (
              <tr role="row" className={styles.remarks}>
                <td role="cell" colSpan={3}>
                  <LineRemarks
                    field={row}
                    title={t(`content.row.${row}`)}
                    procedureCode={procedureCode}
                    parts={partsOf(proposed, row).length > 0 ? partsOf(proposed, row) : partsOf(current, row)}
                  />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function Side({
  before,
  after,
  show,
}: {
  readonly before: string;
  readonly after: string;
  readonly show: 'added' | 'removed';
}) {
  const { t } = useTranslation();
  const own = show === 'removed' ? before : after;
  if (!own) return <span className="faint">{t('content.none')}</span>;
  if (!before || !after) return <span className="pre">{own}</span>;
  const Mark = show === 'removed' ? 'del' : 'ins';
  return (
    <span className="pre">
      {wordDiff(before, after)
        .filter((part) => part.kind === 'same' || part.kind === show)
        .map((part, index) =>
          part.kind === 'same' ? (
            <Fragment key={index}>{part.text}</Fragment>
          ) : (
            <Mark key={index}>{part.text}</Mark>
          ),
        )}
    </span>
  );
}
