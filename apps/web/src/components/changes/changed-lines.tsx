import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { wordDiff } from '../../format/word-diff.ts';

export interface ChangedLine {
  /** The field it is a line of, as remarks name it. */
  readonly field: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** Lines that read otherwise than before, word by word. */
export function ChangedLines({ lines }: { readonly lines: readonly ChangedLine[] }) {
  const { t } = useTranslation();
  return (
    <dl>
      {lines.map(({ label, before, after }) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd className="pre">
            {wordDiff(before, after).map((part, index) =>
              part.kind === 'same' ? (
                <Fragment key={index}>{part.text}</Fragment>
              ) : part.kind === 'added' ? (
                <ins key={index}>{part.text}</ins>
              ) : (
                <del key={index}>{part.text}</del>
              ),
            )}
            {after === '' && <span className="faint"> {t('changes.none')}</span>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
