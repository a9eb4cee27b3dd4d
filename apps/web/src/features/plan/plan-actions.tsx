import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import type { CommandSender, PlanCommandBody } from '../../server/use-command.ts';

interface PlanActionsProps {
  readonly plan: PlanView;
  readonly command: CommandSender<PlanCommandBody>;
  readonly onReload: () => void;
}

/** What its drafters do with a plan: edit, submit, withdraw. Decisions are made in the inbox. */
export function PlanActions({ plan, command, onReload }: PlanActionsProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<'submit' | 'withdraw' | null>(null);
  const may = (type: string) => plan.actions[type]?.allowed ?? false;
  const open = (kind: 'submit' | 'withdraw') => {
    command.clear();
    setDialog(kind);
  };
  const send = async (kind: 'submit' | 'withdraw', reason: string) => {
    const body: PlanCommandBody =
      kind === 'submit' ? { type: 'submit', ...(reason && { note: reason }) } : { type: 'withdraw', reason };
    const answer = await command.send(body, plan.version);
    if (!answer) return;
    announce(answer.projected ? t(`decision.done.${kind}`) : t('app.recordedLater'));
    setDialog(null);
  };
  const problem = <ConflictNote failure={command.failure} onReload={onReload} />;
  if (!may('saveContent') && !may('submit') && !may('withdraw')) return dialog ? null : problem;
  return (
    <div className="no-print">
      {!dialog && problem}
      <Group gap="sm">
        {may('saveContent') && (
          <Button variant="default" component={Link} to={`/plans/${encodeURIComponent(plan.code)}/edit`}>
            {t('plan.edit')}
          </Button>
        )}
        {may('submit') && <Button onClick={() => open('submit')}>{t('decision.submit')}</Button>}
        {may('withdraw') && (
          <Button variant="subtle" onClick={() => open('withdraw')}>
            {t('plan.withdraw')}
          </Button>
        )}
      </Group>
      {dialog && (
        <ReasonDialog
          title={t(`decision.title.${dialog}`)}
          intro={plan.name}
          submit={t(`decision.confirm.${dialog}`)}
          optional={dialog === 'submit'}
          pending={command.pending}
          problem={problem}
          onClose={() => setDialog(null)}
          onSubmit={(reason) => void send(dialog, reason)}
        />
      )}
    </div>
  );
}
