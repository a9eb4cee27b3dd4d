import type { BottleneckView } from '@tinhgon/rules/views/bottleneck';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionRow } from '../../components/action-row.tsx';
import { useAnnounce } from '../../components/announcer.tsx';
import { CommandDialog, type CommandWords } from '../../components/command-dialog.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import type { BottleneckCommandBody } from '../../server/use-bottleneck-commands.ts';
import type { CommandSender } from '../../server/use-command.ts';

const TYPES = ['answer', 'accept', 'sendBack', 'escalate', 'reassign', 'withdraw'] as const;
type Action = (typeof TYPES)[number];

function bodyOf(action: Action, { text, day, agency }: CommandWords): BottleneckCommandBody {
  switch (action) {
    case 'answer':
      return { type: action, text };
    case 'accept':
      return { type: action, ...(text && { note: text }) };
    case 'sendBack':
      return { type: action, reason: text, answerBy: day };
    case 'reassign':
      return { type: action, reason: text, answerBy: day, responsible: agency };
    case 'escalate':
    case 'withdraw':
      return { type: action, reason: text };
  }
}

/** What the reader may do with a bottleneck; each asks for what it needs. */
export function BottleneckActions({
  bottleneck,
  command,
  onReload,
}: {
  readonly bottleneck: BottleneckView;
  readonly command: CommandSender<BottleneckCommandBody>;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [open, setOpen] = useState<Action | null>(null);
  const send = async (action: Action, words: CommandWords) => {
    const answer = await command.send(bodyOf(action, words), bottleneck.version);
    if (!answer) return;
    announce(answer.projected ? t(`bottleneck.done.${action}`) : t('app.recordedLater'));
    setOpen(null);
  };
  const problem = <ConflictNote failure={command.failure} onReload={onReload} />;
  const needsDay = open === 'sendBack' || open === 'reassign';
  return (
    <>
      {!open && problem}
      <ActionRow
        actions={bottleneck.actions}
        types={TYPES}
        main={['answer', 'accept']}
        label={(type) => t(`bottleneck.act.${type}`)}
        onChoose={(type) => {
          command.clear();
          setOpen(type);
        }}
      />
      {open && (
        <CommandDialog
          title={t(`bottleneck.title.${open}`)}
          intro={bottleneck.what}
          submit={t(`bottleneck.confirm.${open}`)}
          textLabel={t(
            open === 'answer' ? 'bottleneck.answer' : open === 'accept' ? 'decision.note' : 'app.reason',
          )}
          textOptional={open === 'accept'}
          {...(needsDay && { dayLabel: t('bottleneck.answerBy') })}
          {...(open === 'reassign' && { agencyLabel: t('bottleneck.responsible') })}
          pending={command.pending}
          problem={problem}
          onClose={() => setOpen(null)}
          onSubmit={(words) => void send(open, words)}
        />
      )}
    </>
  );
}
