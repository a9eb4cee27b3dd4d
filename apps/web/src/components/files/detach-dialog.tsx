import { useQueryClient } from '@tanstack/react-query';
import type { FileView } from '@tinhgon/rules/views/files';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../server/trpc.ts';
import { useDocumentCommand, usePlanCommand } from '../../server/use-command.ts';
import { useAnnounce } from '../announcer.tsx';
import { FailureNote } from '../failure-note.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';

interface DetachDialogProps {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly file: FileView;
  readonly onClose: () => void;
}

/** Takes a file out of sight, with a reason that stays. */
export function DetachDialog({ subject, code, file, onClose }: DetachDialogProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const announce = useAnnounce();
  const plan = usePlanCommand(code);
  const document = useDocumentCommand(code);
  const command = subject === 'plan' ? plan : document;
  const send = async (reason: string) => {
    // A file fits any version of what it is attached to.
    const answer = await command.send({ type: 'detachFile', fileId: file.fileId, reason }, 0);
    if (!answer) return;
    await cache.invalidateQueries({ queryKey: trpc.files.pathKey() });
    announce(answer.projected ? t('files.detached') : t('app.recordedLater'));
    onClose();
  };
  return (
    <ReasonDialog
      title={t('files.detachTitle')}
      intro={file.title}
      submit={t('files.detachConfirm')}
      pending={command.pending}
      problem={command.failure && <FailureNote failure={command.failure} />}
      onClose={onClose}
      onSubmit={(reason) => void send(reason)}
    />
  );
}
