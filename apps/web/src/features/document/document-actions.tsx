import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import type { CommandSender, DocumentCommandBody } from '../../server/use-command.ts';

export interface DocumentCommandProps {
  readonly document: DocumentView;
  readonly command: CommandSender<DocumentCommandBody>;
  readonly onReload: () => void;
}

/** What its drafters do with a document: edit, submit, withdraw. */
export function DocumentActions({ document, command, onReload }: DocumentCommandProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<'submit' | 'withdraw' | null>(null);
  const may = (type: string) => document.actions[type]?.allowed ?? false;
  const open = (kind: 'submit' | 'withdraw') => {
    command.clear();
    setDialog(kind);
  };
  const send = async (kind: 'submit' | 'withdraw', reason: string) => {
    const body: DocumentCommandBody =
      kind === 'submit' ? { type: 'submit', ...(reason && { note: reason }) } : { type: 'withdraw', reason };
    const answer = await command.send(body, document.version);
    if (!answer) return;
    announce(answer.projected ? t(`decision.done.${kind}`) : t('app.recordedLater'));
    setDialog(null);
  };
  if (!may('saveContent') && !may('submit') && !may('withdraw')) return null;
  return (
    <div className="no-print">
      <Group gap="sm">
        {may('saveContent') && (
          <Button
            variant="default"
            component={Link}
            to={`/documents/${encodeURIComponent(document.code)}/edit`}
          >
            {t('document.edit')}
          </Button>
        )}
        {may('submit') && <Button onClick={() => open('submit')}>{t('decision.submit')}</Button>}
        {may('withdraw') && (
          <Button variant="subtle" onClick={() => open('withdraw')}>
            {t('document.withdraw')}
          </Button>
        )}
      </Group>
      {dialog && (
        <ReasonDialog
          title={t(`decision.title.${dialog}`)}
          intro={document.title}
          submit={t(`decision.confirm.${dialog}`)}
          optional={dialog === 'submit'}
          pending={command.pending}
          problem={<ConflictNote failure={command.failure} onReload={onReload} />}
          onClose={() => setDialog(null)}
          onSubmit={(reason) => void send(dialog, reason)}
        />
      )}
    </div>
  );
}
