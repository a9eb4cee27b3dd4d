import { Button, Group, Modal, Textarea, TextInput } from '@mantine/core';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { correctionOf } from './correction.ts';
import type { DocumentCommandProps } from './document-actions.tsx';

interface CorrectionDialogProps extends DocumentCommandProps {
  readonly evidence: DocumentView['evidence'][number];
  readonly onClose: () => void;
}

/** Asks for a correction: only what differs is sent, with the reason; someone else confirms it. */
export function CorrectionDialog({ evidence, document, command, onReload, onClose }: CorrectionDialogProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [number, setNumber] = useState(evidence.number);
  const [date, setDate] = useState<string | null>(evidence.date);
  const [inForceOn, setInForceOn] = useState(evidence.inForceOn);
  const [codes, setCodes] = useState(evidence.procedureCodes.join(', '));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const change = correctionOf(evidence, { number, date, inForceOn, codes });
  const unchanged = Object.keys(change).length === 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason.trim() || unchanged) return;
    const answer = await command.send(
      { type: 'correctEvidence', evidenceId: evidence.id, ...change, reason: reason.trim() },
      document.version,
    );
    if (!answer) return;
    announce(t('document.correctionSent'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('document.correctTitle')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form noValidate onSubmit={(event) => void submit(event)}>
        <ConflictNote failure={command.failure} onReload={onReload} />
        <p className="soft">{t('document.correctIntro')}</p>
        <TextInput
          label={t('document.newNumber')}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          mb="sm"
        />
        <DayInput label={t('document.newDate')} value={date} onChange={setDate} />
        {evidence.kind === 'promulgation' ? (
          <DayInput label={t('record.inForceOn')} value={inForceOn} onChange={setInForceOn} />
        ) : (
          <TextInput
            label={t('record.procedures')}
            description={t('document.codesHint')}
            value={codes}
            onChange={(event) => setCodes(event.currentTarget.value)}
            mt="sm"
          />
        )}
        <Textarea
          label={t('app.reason')}
          required
          autosize
          minRows={3}
          mt="sm"
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() && t('decision.reasonMissing')}
        />
        {tried && unchanged && (
          <p className="late small" role="alert">
            {t('document.nothingChanged')}
          </p>
        )}
        <Group mt="lg">
          <Button type="submit" loading={command.pending}>
            {t('document.askCorrection')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
