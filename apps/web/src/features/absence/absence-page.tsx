import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { DelegationsView } from '@tinhgon/rules/views/delegation';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { Empty } from '../../components/empty.tsx';
import { ExplainedButton } from '../../components/explained-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { DelegationForm } from './delegation-form.tsx';
import { DelegationTable } from './delegation-table.tsx';

const route = getRouteApi('/absence');

/** What one person has delegated and what is delegated to them: the reader, or whom the address names. */
export function AbsencePage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { person } = route.useSearch();
  const query = useQuery(trpc.delegations.list.queryOptions({ ...(person && { person }) }));
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t('absence.title')}>
          <SkeletonLines count={6} />
        </Page>
      }
    >
      {(view) => <Absence key={view.person.id} view={view} />}
    </Loaded>
  );
}

function Absence({ view }: { readonly view: DelegationsView }) {
  const { t } = useTranslation();
  const me = useMe();
  const [giving, setGiving] = useState(false);
  const own = view.person.id === me.person.id;
  const may = own || me.may.keepCatalogue;
  const nothing = view.assignments.length === 0;
  return (
    <Page
      title={own ? t('absence.title') : t('absence.titleOf', { name: view.person.name })}
      actions={
        may && (
          <ExplainedButton
            may={nothing ? { allowed: false, code: 'NOTHING_TO_DELEGATE' } : { allowed: true }}
            onClick={() => setGiving(true)}
          >
            {t('absence.give')}
          </ExplainedButton>
        )
      }
    >
      <p className="soft">{t('absence.intro')}</p>
      <section className={cols.section}>
        <h2>{t('absence.given')}</h2>
        {view.given.length === 0 ? (
          <Empty title={t('absence.noneGiven')}>{t('absence.noneGivenHint')}</Empty>
        ) : (
          <DelegationTable caption={t('absence.given')} rows={view.given} other="substitute" />
        )}
      </section>
      <section className={cols.section}>
        <h2>{t('absence.received')}</h2>
        {view.received.length === 0 ? (
          <p className="soft">{t('absence.noneReceived')}</p>
        ) : (
          <DelegationTable caption={t('absence.received')} rows={view.received} other="person" />
        )}
      </section>
      {giving && <DelegationForm view={view} onClose={() => setGiving(false)} />}
    </Page>
  );
}
