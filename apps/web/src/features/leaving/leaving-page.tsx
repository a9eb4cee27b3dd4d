import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { LeavingView } from '@tinhgon/rules/views/leaving';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { Empty } from '../../components/empty.tsx';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { CommandIds } from '../../server/command-id.ts';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { LeavingAssignments, LeavingItems } from './leaving-tables.tsx';
import { UnseenSteps } from './unseen-steps.tsx';

const route = getRouteApi('/leaving');

export interface Choices {
  readonly successors: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, string>>;
}

/** Where everything goes that somebody has, then it goes. What is shown is looked up anew with every choice. */
export function LeavingPage() {
  const { t } = useTranslation();
  const { person } = route.useSearch();
  if (!person)
    return (
      <Page title={t('leaving.title')} above={<ToPeople />}>
        <Empty title={t('leaving.nobodyChosen')}>
          <Link to="/catalogue">{t('leaving.chooseSomebody')}</Link>
        </Empty>
      </Page>
    );
  return <LeavingOf key={person} person={person} />;
}

function ToPeople() {
  const { t } = useTranslation();
  return <Link to="/catalogue">{t('catalogue.tab.people')}</Link>;
}

function LeavingOf({ person }: { readonly person: string }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [choices, setChoices] = useState<Choices>({ successors: {}, items: {} });
  const query = useQuery(
    trpc.leaving.preview.queryOptions(
      { id: person, choices: { successors: { ...choices.successors }, items: { ...choices.items } } },
      { placeholderData: (before) => before },
    ),
  );
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t('leaving.title')}>
          <SkeletonLines count={8} />
        </Page>
      }
    >
      {(view) => <Leaving view={view} choices={choices} onChoose={setChoices} />}
    </Loaded>
  );
}

function Leaving({
  view,
  choices,
  onChoose,
}: {
  readonly view: LeavingView;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}) {
  const { t } = useTranslation();
  const client = useTRPCClient();
  const cache = useQueryClient();
  const navigate = useNavigate();
  const [ids] = useState(() => new CommandIds());
  const { id, name, active } = view.person;
  const run = useMutation({
    mutationFn: () => {
      const asked = {
        id,
        choices: { successors: { ...choices.successors }, items: { ...choices.items } },
      };
      return client.leaving.carryOut.mutate({ ...asked, commandId: ids.idFor(asked) });
    },
    async onSuccess({ id: operation }) {
      await navigate({ to: '/operations/$code', params: { code: operation } });
      await cache.invalidateQueries();
    },
  });
  const unsettled = view.unseen.reduce((sum, one) => sum + one.unsettled, 0);
  const waiting = view.items.filter(({ goesTo }) => goesTo === null).length + unsettled;
  const rest = view.items.length + view.unseen.length + view.assignments.length + view.delegations.length;
  if (!active && rest === 0) {
    return (
      <Page title={t('leaving.titleOf', { name })} above={<ToPeople />}>
        <Note tone="ok">{t('leaving.gone', { name })}</Note>
      </Page>
    );
  }
  return (
    <Page title={t('leaving.titleOf', { name })} above={<ToPeople />}>
      <p className="soft">{t('leaving.intro')}</p>
      {run.error && (
        <FailureNote failure={failureOf(run.error) ?? { code: NO_ANSWER, message: '', logId: '' }} />
      )}
      {view.operation && (
        <Note tone="soon">
          <Link to="/operations/$code" params={{ code: view.operation }}>
            {t('leaving.underway')}
          </Link>
        </Note>
      )}
      {(view.items.length > 0 || view.unseen.length === 0) && (
        <section className={cols.section}>
          <h2>{t('leaving.items')}</h2>
          <LeavingItems view={view} choices={choices} onChoose={onChoose} />
        </section>
      )}
      {view.unseen.length > 0 && <UnseenSteps unseen={view.unseen} />}
      <section className={cols.section}>
        <h2>{t('leaving.assignments')}</h2>
        <LeavingAssignments view={view} choices={choices} onChoose={onChoose} />
      </section>
      <section className={cols.section}>
        <h2>{t('leaving.delegations')}</h2>
        {view.delegations.length === 0 ? (
          <p className="soft">{t('leaving.noDelegations')}</p>
        ) : (
          <ul>
            {view.delegations.map((one) => (
              <li key={one.id}>
                {t('leaving.delegation', { person: one.person.name, substitute: one.substitute.name })}
              </li>
            ))}
          </ul>
        )}
      </section>
      {view.drafts > 0 && <p className="soft">{t('leaving.drafts', { count: view.drafts })}</p>}
      {waiting > 0 && (
        <Note tone="late" role="status">
          {t('leaving.settleFirst', { count: waiting })}
        </Note>
      )}
      <p>
        <ExplainedButton
          may={
            view.ready && !view.operation
              ? { allowed: true }
              : view.operation
                ? { allowed: false, code: 'LEAVING_UNDERWAY' }
                : {
                    allowed: false,
                    code: 'NO_HOLDER_LEFT',
                    details: {
                      count: waiting,
                      items: view.items
                        .filter(({ goesTo }) => goesTo === null)
                        .map(({ code }) => code)
                        .join(', '),
                    },
                  }
          }
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {t(active ? 'leaving.carryOut' : 'leaving.goOn')}
        </ExplainedButton>
      </p>
    </Page>
  );
}
