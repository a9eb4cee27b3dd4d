import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MeView } from '@tinhgon/rules/views/common';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Note } from '../../../components/note.tsx';
import { Page } from '../../../components/page.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { today } from '../../../format/today.ts';
import { CommandIds } from '../../../server/command-id.ts';
import { failureOf, isPassing, NO_ANSWER } from '../../../server/failure.ts';
import { useMe } from '../../../server/use-me.ts';
import { useTRPC } from '../../../server/trpc.ts';
import type { CommandFailure } from '../../../server/use-command.ts';
import { type PlanValues, readDraft, toStart } from './form-values.ts';
import { PlanForm } from './plan-form.tsx';

const KEY = 'plan/new';

function blankPlan(me: MeView): PlanValues {
  const drafting = me.person.assignments.find((held) => held.function === 'drafter');
  return {
    code: '',
    programme: me.programmes[0]?.code ?? '',
    year: Number(today().slice(0, 4)),
    leadAgency: drafting?.agency?.code ?? me.person.agency.code,
    approvalLevel: 'minister',
    name: '',
    unit: '',
    grounds: '',
    targets: '',
    coAgencies: [],
    reviewOn: null,
    deadline: null,
    measures: [],
  };
}

export function NewPlanPage() {
  const { t } = useTranslation();
  const me = useMe();
  const trpc = useTRPC();
  const draft = useQuery({ ...trpc.drafts.get.queryOptions({ key: KEY }), staleTime: 0, gcTime: 0 });
  return (
    <Page title={t('planForm.newTitle')} above={<Link to="/plans">{t('plan.listTitle')}</Link>}>
      {me.may.startPlan ? (
        <Loaded query={draft} skeleton={<SkeletonLines count={10} />}>
          {(stored) => <NewPlan me={me} stored={stored?.json} storedAt={stored?.updatedAt ?? null} />}
        </Loaded>
      ) : (
        <Note tone="soon">{t('planForm.notAllowed')}</Note>
      )}
    </Page>
  );
}

interface NewPlanProps {
  readonly me: MeView;
  readonly stored: unknown;
  readonly storedAt: string | null;
}

function NewPlan({ me, stored, storedAt }: NewPlanProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const [fresh, setFresh] = useState(0);
  const [ids] = useState(() => new CommandIds());
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const start = useMutation(trpc.plans.start.mutationOptions());
  const remove = useMutation(trpc.drafts.remove.mutationOptions());
  const blank = useMemo(() => blankPlan(me), [me]);
  const draft = fresh === 0 ? readDraft(stored, blank) : null;

  const send = async (values: PlanValues): Promise<boolean> => {
    setFailure(null);
    const input = toStart(values);
    try {
      const answer = await start.mutateAsync({ ...input, commandId: ids.idFor(input) });
      ids.answered();
      remove.mutate({ key: KEY });
      await cache.invalidateQueries({ queryKey: trpc.plans.pathKey() });
      announce(answer.projected ? t('planForm.started', { code: answer.code }) : t('app.recordedLater'));
      void navigate({ to: '/plans/$code', params: { code: answer.code } });
      return true;
    } catch (error) {
      if (!isPassing(error)) ids.answered();
      setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
      return false;
    }
  };
  const startOver = () => {
    remove.mutate({ key: KEY });
    setFresh(fresh + 1);
  };
  return (
    <PlanForm
      key={fresh}
      draftKey={KEY}
      initial={draft ?? { values: blank, names: {} }}
      restoredAt={draft ? storedAt : null}
      onStartOver={startOver}
      isNew
      pending={start.isPending}
      failure={failure}
      onSend={send}
    />
  );
}
