import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { LeavingResult, LeavingView } from '@tinhgon/rules/views/leaving';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../components/announcer.tsx';
import cols from '../../components/cols.module.css';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Note } from '../../components/note.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { failureOf, NO_ANSWER } from '../../server/failure.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { LeavingAssignments, LeavingItems } from './leaving-tables.tsx';

const route = getRouteApi('/leaving');

export interface Choices {
  readonly successors: Readonly<Record<string, string>>;
  readonly items: Readonly<Record<string, string>>;
}

/** Where everything goes that somebody has, then it goes. What is shown is looked up anew with every choice. */
export function LeavingPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { person = '' } = route.useSearch();
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
  const announce = useAnnounce();
  const [result, setResult] = useState<LeavingResult | null>(null);
  const { id, name, active } = view.person;
  const run = useMutation({
    mutationFn: () =>
      client.leaving.carryOut.mutate({
        id,
        choices: { successors: { ...choices.successors }, items: { ...choices.items } },
      }),
    async onSuccess(answer) {
      setResult(answer);
      announce(t(answer.done ? 'leaving.done' : 'leaving.unfinished'), answer.done ? 'ok' : 'soon');
      await cache.invalidateQueries();
    },
  });
  const rest = view.items.length + view.assignments.length + view.delegations.length;
  const waiting = view.items.filter(({ goesTo }) => goesTo === null).length;
  if (!active && rest === 0) {
    return (
      <Page title={t('leaving.titleOf', { name })}>
        <Note tone="ok">{t('leaving.gone', { name })}</Note>
      </Page>
    );
  }
  return (
    <Page title={t('leaving.titleOf', { name })}>
      <p className="soft">{t('leaving.intro')}</p>
      {run.error && (
        <FailureNote failure={failureOf(run.error) ?? { code: NO_ANSWER, message: '', logId: '' }} />
      )}
      {result && !result.done && <Note tone="soon">{t('leaving.unfinishedHint')}</Note>}
      <section className={cols.section}>
        <h2>{t('leaving.items')}</h2>
        <LeavingItems view={view} choices={choices} onChoose={onChoose} />
      </section>
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
            view.ready
              ? { allowed: true }
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
