import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { CAUSES, STANDS_ON } from '@tinhgon/rules/bottleneck/state';
import { BOTTLENECK_SCOPES, BOTTLENECK_STATUSES } from '@tinhgon/rules/views/bottleneck';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AgencyFilter } from '../../components/agency-filter.tsx';
import { BottleneckPlaces } from '../../components/bottleneck-places.tsx';
import { BottleneckTable } from '../../components/bottleneck-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ExportLinks } from '../../components/export-links.tsx';
import { FilterBar, FilterChoice, FilterText } from '../../components/filter-bar.tsx';
import { ListCount } from '../../components/list-count.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { MoreButton } from '../../components/more-button.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { RaiseBottleneck } from '../../components/raise-bottleneck.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
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
  const news = useNews(isBottleneck, query.dataUpdatedAt);
  return (
    <Page
      title={t('bottleneck.listTitle')}
      actions={
        !person.roles.includes('auditor') && (
          <Button onClick={() => setRaising(true)}>{t('bottleneck.raiseOpen')}</Button>
        )
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
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          const total = data.pages[0]?.total ?? rows.length;
          if (rows.length === 0) {
            return (
              <Empty title={t('bottleneck.none')}>
                {t(Object.keys(given).length > 0 ? 'plan.noneFiltered' : 'bottleneck.noneYet')}
              </Empty>
            );
          }
          return (
            <>
              <ListCount of="bottlenecks" count={total} />
              <BottleneckTable rows={rows} caption={t('bottleneck.listTitle')} />
              <MoreButton
                shown={rows.length}
                total={total}
                hasMore={query.hasNextPage}
                loading={query.isFetchingNextPage}
                onMore={() => void query.fetchNextPage()}
              />
              <ExportLinks path="/api/v1/bottlenecks/export" search={given} />
            </>
          );
        }}
      </Loaded>
      {raising && (
        <RaiseBottleneck
          onClose={() => setRaising(false)}
          onRaised={(code) => void navigate({ to: '/bottlenecks/$code', params: { code } })}
        />
      )}
    </Page>
  );
}
