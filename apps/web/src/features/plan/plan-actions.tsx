import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { CommandSender, PlanCommandBody } from '../../server/use-command.ts';

interface PlanActionsProps {
  readonly plan: PlanView;
  readonly command: CommandSender<PlanCommandBody>;
  readonly onReload: () => void;
}

type Dialog = 'submit' | 'withdraw' | 'reopen' | 'split';

/** What is done with a plan as a whole: edit, submit, split, withdraw, reopen. Decisions are made in the inbox. */
export function PlanActions({ plan, command, onReload }: PlanActionsProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const may = (type: string) => plan.actions[type]?.allowed ?? false;
  const open = (kind: Dialog) => {
    command.clear();
    setDialog(kind);
  };
  const send = async (body: PlanCommandBody, done: string) => {
    const answer = await command.send(body, plan.version);
    if (!answer) return;
    announce(answer.projected ? done : t('app.recordedLater'));
    setDialog(null);
  };
  const withReason = (kind: 'submit' | 'withdraw' | 'reopen', reason: string) => {
    if (kind === 'submit')
      return send({ type: 'submit', ...(reason && { note: reason }) }, t('decision.done.submit'));
    const done = kind === 'reopen' ? t('splitting.reopened') : t('decision.done.withdraw');
    return send({ type: kind, reason }, done);
  };
  const words =
    dialog === 'reopen'
      ? {
          title: t('splitting.reopenTitle'),
          intro: t(plan.phase === 'done' ? 'splitting.reopenIntro' : 'splitting.reopenIntroClosed'),
          submit: t('splitting.reopenConfirm'),
        }
      : dialog === 'submit' || dialog === 'withdraw'
        ? {
            title: t(`decision.title.${dialog}`),
            intro: plan.name,
            submit: t(`decision.confirm.${dialog}`),
          }
        : null;
  const problem = <ConflictNote failure={command.failure} onReload={onReload} />;
  const splits = may('split') && plan.measures.length > 1;
  if (!['saveContent', 'submit', 'withdraw', 'reopen'].some(may) && !splits) return dialog ? null : problem;
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
        {splits && (
          <Button variant="subtle" onClick={() => open('split')}>
            {t('splitting.split')}
          </Button>
        )}
        {may('reopen') && (
          <Button variant="default" onClick={() => open('reopen')}>
            {t('splitting.reopen')}
          </Button>
        )}
        {may('withdraw') && (
          <Button variant="subtle" onClick={() => open('withdraw')}>
            {t('plan.withdraw')}
          </Button>
        )}
      </Group>
      {dialog === 'split' && (
        <SplitDialog
          plan={plan}
          pending={command.pending}
          problem={problem}
          onClose={() => setDialog(null)}
          onSubmit={(body) => void send(body, t('splitting.done'))}
        />
      )}
      {words && dialog && dialog !== 'split' && (
        <ReasonDialog
          {...words}
          optional={dialog === 'submit'}
          pending={command.pending}
          problem={problem}
          onClose={() => setDialog(null)}
          onSubmit={(reason) => void withReason(dialog, reason)}
        />
      )}
    </div>
  );
}
