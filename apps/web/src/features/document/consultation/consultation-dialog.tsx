import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { ConflictNote } from '../../../components/conflict-note.tsx';
import type { DocumentCommandBody } from '../../../server/use-command.ts';
import type { DocumentCommandProps } from '../document-actions.tsx';

export interface DialogProps extends DocumentCommandProps {
  readonly onClose: () => void;
}

interface ConsultationDialogProps extends DialogProps {
  readonly title: string;
  readonly submit: string;
  /** The command to send, or null while something is missing. */
  readonly body: () => DocumentCommandBody | null;
  readonly children: ReactNode;
}

/** A dialog that gives the document one command. What was typed stays when it is refused. */
export function ConsultationDialog(props: ConsultationDialogProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { command, document, onClose } = props;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const body = props.body();
    const answer = body && (await command.send(body, document.version));
    if (!answer) return;
    announce(answer.projected ? t('consultation.saved') : t('app.recordedLater'));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={props.title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form noValidate onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <ConflictNote failure={command.failure} onReload={props.onReload} />
          {props.children}
          <Group mt="sm">
            <Button type="submit" loading={command.pending}>
              {props.submit}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
