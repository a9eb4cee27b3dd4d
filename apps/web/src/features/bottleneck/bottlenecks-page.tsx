import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { CAUSES, STANDS_ON } from '@tinhgon/rules/bottleneck/state';
import { BOTTLENECK_SCOPES, BOTTLENECK_STATUSES } from '@tinhgon/rules/views/bottleneck';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { BottleneckPlaces } from '../../components/bottleneck-places.tsx';
import { BottleneckTable } from '../../components/bottleneck-table.tsx';
import { ExportLinks } from '../../components/export-links.tsx';
import { FilterBar, FilterChoice, FilterText } from '../../components/filter-bar.tsx';
import { ListDay, PastDayNote } from '../../components/list-day.tsx';
import { noneHint } from '../../components/none-hint.ts';
import { Page } from '../../components/page.tsx';
import { PagedRows } from '../../components/paged-rows.tsx';
import { RaiseBottleneck } from '../../components/raise-bottleneck.tsx';
import { useWords } from '../../language/use-words.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { usePages } from '../../server/use-pages.ts';

const route = getRouteApi('/bottlenecks');
const isBottleneck = (subject: string) => subject.startsWith('bottleneck/');

export function BottlenecksPage() {
  const { t } = useTranslation();
  const { capital } = useWords();
  const { person } = useMe();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [raising, setRaising] = useState(false);
  const set = (change: Partial<typeof search>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  const given = Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
  const query = usePages(trpc.bottlenecks.list.queryKey(given), (cursor) =>
    client.bottlenecks.list.query({ ...given, ...(cursor && { cursor }) }),
  );
  return (
    <Page
      title={t('bottleneck.listTitle')}
      actions={
        <>
          <ListDay asAt={search.asAt} onChoose={(asAt) => set({ asAt })} />
          {!person.roles.includes('auditor') && (
            <Button onClick={() => setRaising(true)}>{t('bottleneck.raiseOpen')}</Button>
          )}
        </>
      }
    >
      <BottleneckPlaces />
      <FilterBar label={t('bottleneck.filters')}>
        <FilterText label={t('bottleneck.find')} value={search.q} onChange={(q) => set({ q })} />
        <FilterChoice
          label={t('bottleneck.status')}
          any={t('app.any')}
          options={BOTTLENECK_STATUSES.map((value) => ({ value, label: t(`bottleneck.statusIs.${value}`) }))}
          value={search.status}
          onChange={(status) => set({ status })}
        />
        <FilterChoice
          label={t('bottleneck.scope')}
          any={t('bottleneck.everybody')}
          options={BOTTLENECK_SCOPES.map((value) => ({ value, label: t(`bottleneck.scopeIs.${value}`) }))}
          value={search.scope}
          onChange={(scope) => set({ scope })}
        />
        <AgencyFilter
          label={t('bottleneck.responsibleShort')}
          value={search.agency}
          onChange={(agency) => set({ agency })}
        />
        <FilterChoice
          label={t('bottleneck.cause')}
          any={t('app.any')}
          options={CAUSES.map((value) => ({ value, label: capital('cause', value) }))}
          value={search.cause}
          onChange={(cause) => set({ cause })}
        />
        <FilterChoice
          label={t('bottleneck.subjectShort')}
          any={t('app.any')}
          options={STANDS_ON.map((value) => ({ value, label: t(`bottleneck.on.${value}`) }))}
          value={search.onKind}
          onChange={(onKind) => set({ onKind, onCode: undefined })}
        />
      </FilterBar>
      {search.onCode !== undefined && (
        <p className="soft">
          {t('bottleneck.onlyOn', { code: search.onCode })}{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => set({ onKind: undefined, onCode: undefined })}
          >
            {t('bottleneck.showAll')}
          </Button>
        </p>
      )}
      <PastDayNote asAt={search.asAt} />
      <PagedRows
        of="bottlenecks"
        query={query}
        concerns={isBottleneck}
        empty={{
          title: t('bottleneck.none'),
          hint: t(noneHint(given, 'bottleneck.noneYet')),
        }}
        skeleton={8}
      >
        {(rows) => <BottleneckTable rows={rows} caption={t('bottleneck.listTitle')} />}
      </PagedRows>
      {(query.data?.pages[0]?.total ?? 0) > 0 && (
        <ExportLinks path="/api/v1/bottlenecks/export" search={given} />
      )}
      {raising && (
        <RaiseBottleneck
          onClose={() => setRaising(false)}
          onRaised={(code) => void navigate({ to: '/bottlenecks/$code', params: { code } })}
        />
      )}
    </Page>
  );
}
