import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { DifferenceView } from '@tinhgon/rules/views/difference';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { today } from '../../format/today.ts';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useMe } from '../../server/use-me.ts';
import { useTRPC } from '../../server/trpc.ts';
import { ByMinistry } from './by-ministry.tsx';
import { Causes } from './causes.tsx';
import styles from './difference.module.css';
import { Lines } from './lines.tsx';

const route = getRouteApi('/difference');

/** The last day of the year before. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}-12-31`;

/** Why the programme's number is another one than on an earlier day: by cause, by agency, procedure by procedure. */
export function DifferencePage() {
  const { t } = useTranslation();
  const { name } = useWords();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const trpc = useTRPC();
  const code = search.programme ?? me.programmes[0]?.code;
  const to = search.to ?? today();
  const from = search.from ?? yearBefore(to);
  const query = useQuery({
    ...trpc.programmes.difference.queryOptions({ code: code ?? '', from, to }),
    enabled: code !== undefined,
    placeholderData: (before: DifferenceView | undefined) => before,
  });
  if (code === undefined) {
    return (
      <Page title={t('difference.title')}>
        <Empty title={t('progress.noProgramme')}>{t('progress.askOffice')}</Empty>
      </Page>
    );
  }
  // While a day is being typed there is none, and the one before stays.
  const choose = (side: 'from' | 'to', day: string | null) => {
    if (day === null) return;
    void navigate({ search: (before) => ({ ...before, [side]: day }), replace: true, resetScroll: false });
  };
  return (
    <Page title={t('difference.title')} above={query.data && name(query.data.name)}>
      <div className={styles.days}>
        <DayInput label={t('difference.from')} value={from} onChange={(day) => choose('from', day)} />
        <DayInput label={t('difference.to')} value={to} onChange={(day) => choose('to', day)} />
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={8} />}>
        {(difference) => (
          <>
            <Sides difference={difference} />
            <Causes
              difference={difference}
              chosen={search.cause}
              onChoose={(cause) =>
                void navigate({ search: (before) => ({ ...before, cause }), resetScroll: false })
              }
            />
            <ByMinistry difference={difference} />
            <Lines code={code} from={from} to={to} cause={search.cause} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Both numbers, each with what it is measured against. */
function Sides({ difference }: { readonly difference: DifferenceView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className={styles.sides}>
      {[difference.from, difference.to].map((side, index) => (
        <div key={index === 0 ? 'from' : 'to'}>
          <dt className="soft">{t('progress.asAt', { day: format.day(side.asAt) })}</dt>
          <dd>
            <span className={styles.number}>{format.number(side.simplified)}</span>
            {side.baseline && side.sharePercent !== null ? (
              <>
                <strong className={styles.share}>{format.percent(side.sharePercent)}</strong>
                <div className="small soft">
                  {t('progress.baseline', {
                    count: side.baseline.count,
                    number: format.number(side.baseline.count),
                    day: format.day(side.baseline.date),
                  })}
                </div>
              </>
            ) : (
              <div className="small soft">{t('progress.noBaseline')}</div>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
