import { Button } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AsAt } from '../../components/as-at.tsx';
import { Empty } from '../../components/empty.tsx';
import { ExportLinks } from '../../components/export-links.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useNews } from '../../server/live.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { IndicatorForm } from './indicator-form.tsx';
import { IndicatorTable } from './indicator-table.tsx';

const route = getRouteApi('/indicators');
const isIndicator = (subject: string) => subject.startsWith('indicator/');

/** Indicators of a programme with their latest figures. */
export function IndicatorsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const code = route.useSearch().programme ?? me.programmes[0]?.code;
  if (code === undefined) {
    return (
      <Page title={t('indicator.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  return <Indicators programme={code} />;
}

function Indicators({ programme }: { readonly programme: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const trpc = useTRPC();
  const { asAt } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const query = useQuery({
    ...trpc.indicators.list.queryOptions({ programme, ...(asAt && { asAt }) }),
    placeholderData: keepPreviousData,
  });
  const news = useNews(isIndicator, query.dataUpdatedAt);
  const mayEnter = query.data?.mayEnter ?? false;
  return (
    <Page
      title={t('indicator.title')}
      actions={
        <>
          <AsAt
            day={asAt ?? today()}
            chosen={asAt !== undefined}
            onChoose={(day) =>
              void navigate({ search: (before) => ({ ...before, asAt: day }), resetScroll: false })
            }
          />
          {me.may.importKinds.includes('indicator-figures') && (
            <Link to="/imports" search={{ kind: 'indicator-figures' }}>
              {t('indicator.import')}
            </Link>
          )}
          {mayEnter && <Button onClick={() => setAdding(true)}>{t('indicator.add')}</Button>}
        </>
      }
    >
      <ProgrammeLinks to="/indicators" chosen={programme} />
      <p className="soft">{t('indicator.intro')}</p>
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('indicator.none')}>
              {t(mayEnter ? 'indicator.noneHint' : 'indicator.noneYet')}
            </Empty>
          ) : (
            <>
              <IndicatorTable items={items} asAt={asAt} />
              <ExportLinks path="/api/v1/indicators/export" search={{ programme, ...(asAt && { asAt }) }} />
            </>
          )
        }
      </Loaded>
      {adding && <IndicatorForm programme={programme} indicator={null} onClose={() => setAdding(false)} />}
    </Page>
  );
}
