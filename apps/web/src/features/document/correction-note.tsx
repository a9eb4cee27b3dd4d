import { Button, Group } from '@mantine/core';
import { signedName } from '@tinhgon/rules/person';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ExplainedButton, useReasons } from '../../components/explained-button.tsx';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';
import type { DocumentCommandProps } from './document-actions.tsx';

interface CorrectionNoteProps extends DocumentCommandProps {
  readonly correction: DocumentView['corrections'][number];
}

/** A correction that waits: another person than the one who asked confirms it or turns it down. */
export function CorrectionNote({ correction, document, command, onReload }: CorrectionNoteProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const announce = useAnnounce();
  const reasons = useReasons([correction.confirm]);
  const decide = async (accept: boolean) => {
    const answer = await command.send(
      { type: 'confirmCorrection', correctionId: correction.id, accept },
      document.version,
    );
    if (answer) announce(t(accept ? 'document.correctionConfirmed' : 'document.correctionRefused'));
  };
  const changes = [
    correction.number && `${t('document.newNumber')}: ${correction.number}`,
    correction.date && `${t('document.newDate')}: ${format.day(correction.date)}`,
    correction.inForceOn && `${t('record.inForceOn')}: ${format.day(correction.inForceOn)}`,
    correction.procedureCodes && `${t('record.procedures')}: ${correction.procedureCodes.join(', ')}`,
  ].filter(Boolean);
  return (
    <Note tone="soon" title={t('document.correctionAsked')}>
      <p>{changes.join(' · ')}</p>
      <p className="small soft">
        {signedName(correction.askedBy)} · {format.moment(correction.askedAt)}: “{correction.reason}”
      </p>
      <ConflictNote failure={command.failure} onReload={onReload} />
      <Group gap="sm" className="no-print">
        <ExplainedButton may={correction.confirm} loading={command.pending} onClick={() => void decide(true)}>
          {t('document.confirmCorrection')}
        </ExplainedButton>
        <Button variant="default" loading={command.pending} onClick={() => void decide(false)}>
          {t('document.refuseCorrection')}
        </Button>
      </Group>
      {reasons.map((reason) => (
        <p key={reason} className="small soft">
          {reason}
        </p>
      ))}
    </Note>
  );
}
