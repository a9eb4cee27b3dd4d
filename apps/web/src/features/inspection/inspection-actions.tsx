import type { InspectionView } from '@tinhgon/rules/views/inspection';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionRow } from '../../components/action-row.tsx';
import { useAnnounce } from '../../components/announcer.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import type { InspectionCommandBody } from '../../server/use-bottleneck-commands.ts';
import type { CommandSender } from '../../server/use-command.ts';
import { NameInspector } from './name-inspector.tsx';
import { NoteFinding } from './note-finding.tsx';

const TYPES = ['noteFinding', 'nameInspector', 'close'] as const;
type Action = (typeof TYPES)[number];

/** What is done with the whole: findings are noted, inspectors named, and it is closed in the end. */
export function InspectionActions({
  inspection,
  command,
  onReload,
}: {
  readonly inspection: InspectionView;
  readonly command: CommandSender<InspectionCommandBody>;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [open, setOpen] = useState<Action | null>(null);
  const send = async (body: InspectionCommandBody & { readonly type: Action }) => {
    const answer = await command.send(body, inspection.version);
    if (!answer) return;
    announce(answer.projected ? t(`inspection.done.${body.type}`) : t('app.recordedLater'));
    setOpen(null);
  };
  const problem = <ConflictNote failure={command.failure} onReload={onReload} />;
  return (
    <>
      {!open && problem}
      <ActionRow
        actions={inspection.actions}
        types={TYPES}
        main={['noteFinding']}
        label={(type) => t(`inspection.act.${type}`)}
        onChoose={(type) => {
          command.clear();
          setOpen(type);
        }}
      />
      {open === 'noteFinding' && (
        <NoteFinding
          agency={inspection.agency.code}
          pending={command.pending}
          failure={command.failure}
          problem={problem}
          onClose={() => setOpen(null)}
          onNote={(body) => void send(body)}
        />
      )}
      {open === 'nameInspector' && (
        <NameInspector
          inspection={inspection}
          pending={command.pending}
          failure={command.failure}
          problem={problem}
          onClose={() => setOpen(null)}
          onName={(body) => void send(body)}
        />
      )}
      {open === 'close' && (
        <CommandDialog
          title={t('inspection.act.close')}
          intro={inspection.subject}
          submit={t('inspection.confirm.close')}
          textLabel={t('inspection.conclusion')}
          pending={command.pending}
          problem={problem}
          onClose={() => setOpen(null)}
          onSubmit={({ text }) => void send({ type: 'close', conclusion: text })}
        />
      )}
    </>
  );
}
