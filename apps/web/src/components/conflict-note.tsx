import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommandFailure } from '../server/use-command.ts';
import { FailureNote } from './failure-note.tsx';

const CONFLICTS = new Set([
  'STALE_VERSION',
  'HELD_BY_OTHER',
  'CONTENT_CHANGED',
  'STEP_NOT_OPEN',
  'SUBJECT_CLOSED',
]);

/** What went wrong; where another person was quicker, a way to the new state that keeps what was typed. */
export function ConflictNote({
  failure,
  onReload,
}: {
  readonly failure: CommandFailure | null;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  if (!failure) return null;
  return (
    <FailureNote failure={failure}>
      {CONFLICTS.has(failure.code) && (
        <>
          <p>{t('decision.conflict')}</p>
          <Button variant="default" onClick={onReload}>
            {t('decision.seeNew')}
          </Button>
        </>
      )}
    </FailureNote>
  );
}
