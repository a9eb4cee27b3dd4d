import { ERROR_STATUS } from '@tinhgon/rules/errors';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { NO_ANSWER } from '../server/failure.ts';
import type { CommandFailure } from '../server/use-command.ts';
import { Note } from './note.tsx';

/** Only what should not have happened is looked up in the log; a "no" says itself what to do. */
const isUnexpected = ({ code, logId }: CommandFailure): boolean =>
  logId !== '' && code !== NO_ANSWER && ERROR_STATUS[code] >= 500;

/** A "no" in the reader's language, with what to do; of a fault also the id an administrator can look up. */
export function FailureNote({
  failure,
  children,
}: {
  readonly failure: CommandFailure;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const { reason } = useWords();
  const sentence =
    failure.code === NO_ANSWER
      ? t('app.noAnswer')
      : failure.message || reason(failure.code, failure.details ?? {});
  return (
    <Note tone="late" role="alert">
      <p className="medium">{sentence}</p>
      {isUnexpected(failure) && (
        <p className="small soft">
          {t('app.logId')} <code>{failure.logId}</code>
        </p>
      )}
      {children}
    </Note>
  );
}
