import { Button, Group } from '@mantine/core';
import type { CampaignView } from '@tinhgon/rules/views/campaign';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionRow } from '../../components/action-row.tsx';
import { useAnnounce } from '../../components/announcer.tsx';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { RaiseBottleneck } from '../../components/raise-bottleneck.tsx';
import { type CampaignCommandBody, useCampaignCommand } from '../../server/use-bottleneck-commands.ts';
import { useMe } from '../../server/use-me.ts';

const TYPES = ['declareNone', 'remind', 'close'] as const;
type Action = (typeof TYPES)[number];

function bodyOf(action: Action, text: string): CampaignCommandBody {
  switch (action) {
    case 'declareNone':
      return { type: action, ...(text && { note: text }) };
    case 'remind':
      return { type: action, text };
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
  const send = async (action: Action, text: string) => {
    const answer = await command.send(bodyOf(action, text), campaign.version);
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
          textLabel={t(
            open === 'remind' ? 'campaign.reminder' : open === 'close' ? 'app.reason' : 'decision.note',
          )}
          textOptional={open === 'declareNone'}
          pending={command.pending}
          problem={problem}
          onClose={() => setOpen(null)}
          onSubmit={({ text }) => void send(open, text)}
        />
      )}
    </>
  );
}
