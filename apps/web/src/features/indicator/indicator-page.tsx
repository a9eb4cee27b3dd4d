import { Button, NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { INDICATOR_GROUPS } from '@tinhgon/rules/indicator/indicator';
import type { IndicatorView, WhoseView } from '@tinhgon/rules/views/indicator';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AsAt } from '../../components/as-at.tsx';
import { Empty } from '../../components/empty.tsx';
import { ExportLinks } from '../../components/export-links.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { NewsMarker } from '../../components/news-marker.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useNews } from '../../server/live.ts';
import { useTRPC } from '../../server/trpc.ts';
import { Comparison } from './comparison.tsx';
import { Course } from './course.tsx';
import { FigureForm, type FigureToEnter } from './figure-form.tsx';
import { IndicatorForm } from './indicator-form.tsx';
import styles from './indicator.module.css';
import { useIndicatorWords } from './use-indicator-words.ts';

const route = getRouteApi('/indicators/$code');
type Search = ReturnType<typeof route.useSearch>;

/** One indicator: the course of an agency or group, and all agencies in one period. */
export function IndicatorPage() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { code } = route.useParams();
  const search = route.useSearch();
  const query = useQuery({
    ...trpc.indicators.get.queryOptions({ code, ...withoutGaps(search) }),
    placeholderData: keepPreviousData,
  });
  const isThis = useCallback((subject: string) => subject === `indicator/${code}`, [code]);
  const news = useNews(isThis, query.dataUpdatedAt);
  return (
    <Loaded
      query={query}
      skeleton={
        <Page title={t('indicator.title')}>
          <SkeletonLines count={8} />
        </Page>
      }
    >
      {(indicator) => (
        <Indicator
          indicator={indicator}
          news={<NewsMarker count={news.size} onShow={() => void query.refetch()} />}
        />
      )}
    </Loaded>
  );
}

/** Leaves out what the address does not say. */
const withoutGaps = ({ asAt, agency, group, period }: Search) => ({
  ...(asAt && { asAt }),
  ...(agency && { agency }),
  ...(group && { group }),
  ...(period && { period }),
});

const keyOf = ({ agency, group }: WhoseView): string => agency?.code ?? `@${group}`;

function Indicator({ indicator, news }: { readonly indicator: IndicatorView; readonly news: ReactNode }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const words = useIndicatorWords();
  const { asAt } = route.useSearch();
  const navigate = route.useNavigate();
  const [entering, setEntering] = useState<FigureToEnter | null>(null);
  const [editing, setEditing] = useState(false);
  const { chosen, mayEnter, mayEnterFor } = indicator;
  const set = (change: Search) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true, resetScroll: false });
  return (
    <Page
      title={name(indicator.name)}
      above={
        <>
          <Link to="/indicators" search={{ programme: indicator.programme, ...(asAt && { asAt }) }}>
            {t('indicator.title')}
          </Link>{' '}
          · {indicator.code} · {words.unit(indicator)} · {t(`indicator.periodKind.${indicator.period}`)} ·{' '}
          {t('indicator.betterLabel')} {t(`indicator.better.${indicator.better}`)}
        </>
      }
      actions={
        <>
          <AsAt day={asAt ?? today()} chosen={asAt !== undefined} onChoose={(day) => set({ asAt: day })} />
          {(mayEnter || mayEnterFor.length > 0) && (
            <Button onClick={() => setEntering({ kind: 'value', old: null })}>{t('indicator.enter')}</Button>
          )}
          {mayEnter && (
            <>
              <Button variant="default" onClick={() => setEntering({ kind: 'target', old: null })}>
                {t('indicator.enterTarget')}
              </Button>
              <Button variant="default" onClick={() => setEditing(true)}>
                {t('indicator.edit')}
              </Button>
            </>
          )}
        </>
      }
    >
      {news}
      {chosen === null ? (
        <Empty title={t('indicator.noFiguresTitle')}>{t('indicator.noFiguresHint')}</Empty>
      ) : (
        <>
          <section className={styles.section}>
            <h2>{t('indicator.byPeriod')}</h2>
            <div className={`${styles.choices} no-print`}>
              <NativeSelect
                label={t('indicator.chooseWhose')}
                data={indicator.subjects.map((one) => ({ value: keyOf(one), label: words.whose(one) }))}
                value={keyOf(chosen)}
                onChange={(event) => {
                  const key = event.currentTarget.value;
                  const group = INDICATOR_GROUPS.find((one) => `@${one}` === key);
                  set({ group, agency: group ? undefined : key });
                }}
              />
            </div>
            <Course indicator={indicator} chosen={chosen} onCorrect={setEntering} />
          </section>
          {indicator.comparedIn !== null && (
            <section className={styles.section}>
              <h2>{t('indicator.compare')}</h2>
              <div className={`${styles.choices} no-print`}>
                <NativeSelect
                  label={t('indicator.choosePeriod')}
                  data={indicator.periods.map((value) => ({ value, label: words.period(value) }))}
                  value={indicator.comparedIn}
                  onChange={(event) => set({ period: event.currentTarget.value })}
                />
              </div>
              <Comparison indicator={indicator} period={indicator.comparedIn} />
            </section>
          )}
        </>
      )}
      {chosen !== null && (
        <ExportLinks
          path={`/api/v1/indicators/${encodeURIComponent(indicator.code)}/export`}
          search={asAt ? { asAt } : {}}
        />
      )}
      {entering && <FigureForm {...entering} indicator={indicator} onClose={() => setEntering(null)} />}
      {editing && (
        <IndicatorForm
          programme={indicator.programme}
          indicator={indicator}
          onClose={() => setEditing(false)}
        />
      )}
    </Page>
  );
}
