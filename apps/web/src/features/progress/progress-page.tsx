import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { ProgrammeLinks } from '../../components/programme-links.tsx';
import { Page } from '../../components/page.tsx';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { ByMeasure } from './by-measure.tsx';
import { ByMinistry } from './by-ministry.tsx';
import { ByYear } from './by-year.tsx';
import { Hero, HeroSkeleton } from './hero.tsx';
import { Stuck } from './stuck.tsx';
import { YearBox } from './year-box.tsx';

const route = getRouteApi('/');

export function ProgressPage() {
  const { t } = useTranslation();
  const me = useMe();
  const search = route.useSearch();
  const code = search.programme ?? me.programmes[0]?.code;
  if (!code) {
    return (
      <Page title={t('progress.title')}>
        <Empty title={t('progress.noProgramme')}>
          {me.may.keepCatalogue ? (
            <Link to="/catalogue" search={{ tab: 'programmes' }}>
              {t('progress.enterProgramme')}
            </Link>
          ) : (
            t('progress.askOffice')
          )}
        </Empty>
      </Page>
    );
  }
  return <Programme code={code} asAt={search.asAt} />;
}

function Programme({ code, asAt }: { readonly code: string; readonly asAt: string | undefined }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.totals.queryOptions({ code, ...(asAt && { asAt }) }),
    // Another day replaces the numbers in their places; nothing is taken away meanwhile.
    placeholderData: (before: TotalsView | undefined) => (before?.programme === code ? before : undefined),
  });
  return (
    <Page title={t('progress.title')} hiddenHeading>
      <ProgrammeLinks to="/" chosen={code} />
      <Loaded query={query} skeleton={<HeroSkeleton />}>
        {(totals) => (
          <>
            <Hero totals={totals} asAt={asAt} />
            <div className={cols.cols}>
              <div>
                <ByMinistry totals={totals} />
                <ByMeasure totals={totals} />
              </div>
              <div>
                <Stuck code={code} asAt={totals.asAt} />
                <YearBox totals={totals} />
                <ByYear totals={totals} />
              </div>
            </div>
          </>
        )}
      </Loaded>
    </Page>
  );
}
