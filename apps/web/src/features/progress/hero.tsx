import { Skeleton } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { wholePercent } from '@tinhgon/rules/share';
import type { TotalsView } from '@tinhgon/rules/views/totals';
import { Trans, useTranslation } from 'react-i18next';
import { AsAt } from '../../components/as-at.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { BurnUp } from './burn-up.tsx';
import styles from './hero.module.css';

/** The programme's number, the largest thing on its page, with the share that is only true with its baseline. */
export function Hero({ totals, asAt }: { readonly totals: TotalsView; readonly asAt: string | undefined }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const navigate = useNavigate({ from: '/' });
  const { baseline, simplified, sharePercent } = totals;
  const here = { programme: totals.programme, asAt: totals.asAt };
  return (
    <section className={styles.hero} aria-label={name(totals.name)}>
      <div>
        <p className="soft">{name(totals.name)}</p>
        <Link to="/procedures" search={{ ...here, status: 'simplified' }} className={styles.number}>
          <span>{format.number(simplified)}</span>
          <span className="visually-hidden"> {t('progress.openList')}</span>
        </Link>
        {baseline && sharePercent !== null ? (
          <p className={styles.share}>
            <Trans
              i18nKey="progress.share"
              values={{ percent: format.percent(sharePercent), whole: format.number(baseline.count) }}
              components={{ b: <strong /> }}
            />
          </p>
        ) : (
          <p className={styles.share}>{t('progress.noBaseline')}</p>
        )}
        <div className={styles.basis}>
          <AsAt
            day={totals.asAt}
            chosen={asAt !== undefined}
            onChoose={(day) =>
              void navigate({ search: (before) => ({ ...before, asAt: day }), resetScroll: false })
            }
          />
          <Link to="/difference" search={{ programme: totals.programme, ...(asAt && { to: asAt }) }}>
            {t('difference.compare')}
          </Link>
          <Link to="/where-it-stands" search={{ programme: totals.programme, ...(asAt && { asAt }) }}>
            {t('stands.title')}
          </Link>
          <Link to="/forecast" search={{ programme: totals.programme, ...(asAt && { asAt }) }}>
            {t('forecast.title')}
          </Link>
          <Link to="/reports" search={{ programme: totals.programme, ...(asAt && { asAt }) }}>
            {t('report.title')}
          </Link>
          <Link to="/figures" search={{ programme: totals.programme }}>
            {t('figure.title')}
          </Link>
          <Link to="/indicators" search={{ programme: totals.programme, ...(asAt && { asAt }) }}>
            {t('indicator.title')}
          </Link>
          <Link to="/programme-tasks" search={{ programme: totals.programme, ...(asAt && { asAt }) }}>
            {t('task.title')}
          </Link>
          {baseline && (
            <span className="soft">
              {t('progress.baseline', {
                count: baseline.count,
                number: format.number(baseline.count),
                day: format.day(baseline.date),
              })}
              {' · '}
              <Link to="/baselines" search={{ programme: totals.programme }}>
                {t('progress.baselineHistory')}
              </Link>
            </span>
          )}
        </div>
        {baseline && (
          <p className={styles.sentence}>
            {t('progress.sentence', {
              count: simplified,
              number: format.number(simplified),
              percent: format.percent(wholePercent(simplified, baseline.count) ?? 0, 0),
              day: format.day(totals.asAt),
            })}
          </p>
        )}
      </div>
      <div className={styles.chart}>
        <BurnUp months={totals.byMonth} />
      </div>
    </section>
  );
}

export function HeroSkeleton() {
  return (
    <div className={styles.hero}>
      <div>
        <Skeleton height={20} width="70%" mb={16} />
        <Skeleton height={106} width={240} mb={12} />
        <Skeleton height={33} width="60%" mb={20} />
        <Skeleton height={32} width="80%" mb={40} />
      </div>
      <Skeleton height={262} />
    </div>
  );
}
