import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Note } from '../../../components/note.tsx';
import { Page } from '../../../components/page.tsx';
import { type RemarkBody, RemarksProvider } from '../../../components/remarks/remarks-context.tsx';
import { ReturnedNote } from '../../../components/returned/returned-note.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { type CommandSender, usePlanCommand } from '../../../server/use-command.ts';
import { fromView, type PlanValues, readDraft, toContent, withLocked } from './form-values.ts';
import { PlanForm } from './plan-form.tsx';

const route = getRouteApi('/plans/$code/edit');

export function EditPlanPage() {
  const { t } = useTranslation();
  const { code } = route.useParams();
  const trpc = useTRPC();
  const plan = useQuery(trpc.plans.get.queryOptions({ code }));
  const draft = useQuery({
    ...trpc.drafts.get.queryOptions({ key: `plan/${code}` }),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Page
      title={t('planForm.editTitle')}
      above={
        <Link to="/plans/$code" params={{ code }}>
          {code}
        </Link>
      }
    >
      <Loaded query={plan} skeleton={<SkeletonLines count={10} />}>
        {(view) => (
          <Loaded query={draft} skeleton={<SkeletonLines count={10} />}>
            {(stored) => (
              <EditPlan
                plan={view}
                stored={stored?.json}
                storedAt={stored?.updatedAt ?? null}
                onReload={() => void plan.refetch()}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

interface EditPlanProps {
  readonly plan: PlanView;
  readonly stored: unknown;
  readonly storedAt: string | null;
  readonly onReload: () => void;
}

function EditPlan({ plan, stored, storedAt, onReload }: EditPlanProps) {
  const { t } = useTranslation();
  const { reason, name } = useWords();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const command = usePlanCommand(plan.code);
  const remarkSender = usePlanCommand(plan.code);
  const remove = useMutation(trpc.drafts.remove.mutationOptions());
  const [fresh, setFresh] = useState(0);
  const [locked] = useState(() => lockedIn(plan));
  // The form keeps what it began with; a newer version of the plan is only what the next saving names.
  const [begun] = useState(() => ({
    values: fromView(plan),
    names: {
      ...Object.fromEntries(plan.measures.map((measure) => [measure.procedureCode, name(measure.name)])),
      ...Object.fromEntries(plan.documents.map((document) => [document.code, document.title])),
    },
  }));
  const may = plan.actions['saveContent'];
  if (!may?.allowed) {
    return (
      <Note tone="soon">{may?.code ? reason(may.code, may.details ?? {}) : t('planForm.notEditable')}</Note>
    );
  }
  // A draft may be older than a date that moved by request since.
  const fixed = plan.dates.free ? {} : { reviewOn: plan.reviewOn, deadline: plan.deadline };
  const read = fresh === 0 ? readDraft(stored, begun.values) : null;
  const draft = read && { ...read, values: withLocked(read.values, begun.values, locked) };
  const initial = draft ?? begun;
  const key = `plan/${plan.code}`;
  const send = async (values: PlanValues): Promise<boolean> => {
    const content = { ...toContent(withLocked(values, begun.values, locked)), ...fixed };
    const answer = await command.send({ type: 'saveContent', content }, plan.version);
    if (!answer) return false;
    remove.mutate({ key });
    announce(answer.projected ? t('planForm.saved') : t('app.recordedLater'));
    void navigate({ to: '/plans/$code', params: { code: plan.code } });
    return true;
  };
  const lane = plan.lanes.find((one) => one.actions['saveContent']?.allowed);
  return (
    <RemarksProvider subject={plan} sender={remarkSender as CommandSender<RemarkBody>} onReload={onReload}>
      {lane && <ReturnedNote history={plan.history} step={lane.step} codes={lane.procedureCodes} />}
      <PlanForm
        key={fresh}
        draftKey={key}
        initial={{ ...initial, values: { ...initial.values, ...fixed } }}
        restoredAt={draft ? storedAt : null}
        onStartOver={() => {
          remove.mutate({ key });
          setFresh(fresh + 1);
        }}
        isNew={false}
        locked={locked}
        datesFixed={!plan.dates.free}
        pending={command.pending}
        failure={command.failure}
        onReload={() => {
          command.clear();
          onReload();
        }}
        onSend={send}
      />
    </RemarksProvider>
  );
}

/** Procedures that are not with the drafters now: those of other lanes, and those that have passed. */
function lockedIn(plan: PlanView): ReadonlySet<string> {
  const lane = plan.lanes.find((one) => one.actions['saveContent']?.allowed);
  const own = new Set(lane?.procedureCodes);
  if (!lane) return new Set();
  return new Set(plan.measures.map((one) => one.procedureCode).filter((code) => !own.has(code)));
}
