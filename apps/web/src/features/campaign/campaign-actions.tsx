import { Button, Group } from '@mantine/core';
import type { CampaignView } from '@tinhgon/rules/views/campaign';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionRow } from '../../components/action-row.tsx';
import { useAnnounce } from '../../components/announcer.tsx';
import { CommandDialog, type CommandWords } from '../../components/command-dialog.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { RaiseBottleneck } from '../../components/raise-bottleneck.tsx';
import { type CampaignCommandBody, useCampaignCommand } from '../../server/use-bottleneck-commands.ts';
import { useMe } from '../../server/use-me.ts';

const TYPES = ['declareNone', 'remind', 'moveDay', 'close'] as const;
type Action = (typeof TYPES)[number];

/** What the words are that go with it. */
const TEXT = {
  declareNone: 'decision.note',
  remind: 'campaign.reminder',
  moveDay: 'app.reason',
  close: 'app.reason',
} as const satisfies Record<Action, string>;

function bodyOf(action: Action, { text, day }: CommandWords): CampaignCommandBody {
  switch (action) {
    case 'declareNone':
      return { type: action, ...(text && { note: text }) };
    case 'remind':
      return { type: action, text };
    case 'moveDay':
      return { type: action, answerBy: day, reason: text };
    case 'close':
      return { type: action, reason: text };
  }
}

/** How an agency answers (raises one, or has none), and what the programme office does. */
export function CampaignActions({
  campaign,
  onReload,
}: {
  readonly campaign: CampaignView;
  readonly onReload: () => void;
}) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const { person } = useMe();
  const command = useCampaignCommand(campaign.code);
  const [open, setOpen] = useState<Action | 'raise' | null>(null);
  const send = async (action: Action, words: CommandWords) => {
    const answer = await command.send(bodyOf(action, words), campaign.version);
    if (!answer) return;
    announce(answer.projected ? t(`campaign.done.${action}`) : t('app.recordedLater'));
    setOpen(null);
  };
  const reload = () => {
    command.clear();
    onReload();
  };
  const problem = <ConflictNote failure={command.failure} onReload={reload} />;
  return (
    <>
      {!open && problem}
      <Group gap="sm" className="no-print">
        {campaign.mine.includes(person.agency.code) && (
          <Button onClick={() => setOpen('raise')}>{t('campaign.raise')}</Button>
        )}
        <ActionRow
          actions={campaign.actions}
          types={TYPES}
          label={(type) => t(`campaign.act.${type}`)}
          onChoose={(type) => {
            command.clear();
            setOpen(type);
          }}
        />
      </Group>
      {open === 'raise' && (
        <RaiseBottleneck
          campaign={campaign.code}
          onClose={() => setOpen(null)}
          onRaised={(code) => {
            setOpen(null);
            announce(t('bottleneck.raised', { code }));
          }}
        />
      )}
      {open && open !== 'raise' && (
        <CommandDialog
          title={t(`campaign.act.${open}`)}
          intro={campaign.title}
          submit={t(`campaign.confirm.${open}`)}
          textLabel={t(TEXT[open])}
          textOptional={open === 'declareNone'}
          {...(open === 'moveDay' && {
            dayLabel: t('campaign.newDay'),
            start: { day: campaign.answerBy },
          })}
          pending={command.pending}
          problem={problem}
          onClose={() => setOpen(null)}
          onSubmit={(words) => void send(open, words)}
        />
      )}
    </>
  );
}
