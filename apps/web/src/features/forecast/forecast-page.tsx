import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import { AsAt } from '../../components/as-at.tsx';
import cols from '../../components/cols.module.css';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC } from '../../server/trpc.ts';
import { useMe } from '../../server/use-me.ts';
import { CriticalTable } from './critical-table.tsx';
import { Fan } from './fan.tsx';
import { ForecastWork } from './forecast-work.tsx';
import { HowReckoned } from './how-reckoned.tsx';
import { Targets } from './targets.tsx';
import { WhatIfs } from './what-ifs.tsx';

const route = getRouteApi('/forecast');
const isWork = (subject: string) => subject.startsWith('plan/') || subject.startsWith('document/');

/** When a programme and its open work will be done, how sure that is, what holds it, and what would help. */
export function ForecastPage() {
  const { t } = useTranslation();
  const { name } = useWords();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const code = search.programme ?? me.programmes[0]?.code;
  if (code === undefined) {
    return (
      <Page title={t('forecast.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  const programme = me.programmes.find((one) => one.code === code);
  return (
    <Page
      title={t('forecast.title')}
      above={programme && name(programme.name)}
      actions={
        <AsAt
          day={search.asAt ?? today()}
          chosen={search.asAt !== undefined}
          onChoose={(asAt) =>
            void navigate({ search: (before) => ({ ...before, asAt }), resetScroll: false })
          }
        />
      }
    >
      <ProgrammeLinks to="/forecast" chosen={code} />
      <Reckoned asked={{ code, ...(search.asAt && { asAt: search.asAt }) }} />
    </Page>
  );
}

export interface Asked {
  readonly code: string;
  readonly asAt?: string;
}

function Reckoned({ asked }: { readonly asked: Asked }) {
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.forecast.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  const news = useNews(isWork, query.dataUpdatedAt);
  return (
    <>
      <NewsMarker count={news.size} onShow={() => void query.refetch()} />
      <Loaded query={query} skeleton={<SkeletonLines count={14} />}>
        {(forecast) => <Forecast forecast={forecast} asked={asked} />}
      </Loaded>
    </>
  );
}

function Forecast({ forecast, asked }: { readonly forecast: ForecastView; readonly asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { allWork, baseline, counted, inWork, withoutWork } = forecast;
  const mostly = forecast.bases.toSorted((a, b) => b.work - a.work)[0]?.basis;
  if (baseline === 0) return <Empty title={t('forecast.noBaseline')}>{t('forecast.noBaselineHint')}</Empty>;
  const number = (count: number) => ({ count, number: format.number(count) });
  return (
    <>
      {allWork === null ? (
        <Empty title={t('forecast.nothingInWork')}>{t('forecast.nothingInWorkHint')}</Empty>
      ) : (
        <p>
          <strong>{t('forecast.sentence', { day: format.day(allWork[85]), ...number(inWork) })}</strong>{' '}
          {t('forecast.sentenceMore', { likely: format.day(allWork[50]), sure: format.day(allWork[95]) })}
        </p>
      )}
      <p className="soft">
        {t('forecast.stands', { counted: format.number(counted), baseline: format.number(baseline) })}{' '}
        {withoutWork > 0 && t('forecast.withoutWork', number(withoutWork))}
      </p>
      {mostly === 'clock' && <p className="soft">{t('forecast.mostlyClock')}</p>}
      <HowReckoned forecast={forecast} />
      <section className={cols.section}>
        <h2>{t('forecast.whenReached')}</h2>
        <Targets forecast={forecast} />
        <Fan fan={forecast.fan} baseline={baseline} />
      </section>
      {allWork !== null && (
        <>
          <section className={cols.section}>
            <h2>{t('forecast.critical')}</h2>
            <CriticalTable critical={forecast.critical} />
          </section>
          <WhatIfs forecast={forecast} asked={asked} />
        </>
      )}
      <ForecastWork asked={{ ...asked, knownAt: forecast.knownAt }} />
    </>
  );
}
