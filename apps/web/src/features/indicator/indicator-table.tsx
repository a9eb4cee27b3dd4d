import { Link } from '@tanstack/react-router';
import type { IndicatorItem } from '@tinhgon/rules/views/indicator';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { Reached } from './reached.tsx';
import { Sparkline } from './sparkline.tsx';
import { useIndicatorWords } from './use-indicator-words.ts';

interface Line {
  readonly indicator: IndicatorItem;
  /** Null for an indicator without figures. */
  readonly series: IndicatorItem['series'][number] | null;
  readonly isLast: boolean;
}

const linesOf = (items: readonly IndicatorItem[]): Line[] =>
  items.flatMap((indicator): Line[] => {
    const { series } = indicator;
    if (series.length === 0) return [{ indicator, series: null, isLast: true }];
    return series.map((one, index) => ({ indicator, series: one, isLast: index === series.length - 1 }));
  });

/** A line for each group an indicator has figures of, or for its agencies where it has none. */
export function IndicatorTable({
  items,
  asAt,
}: {
  readonly items: readonly IndicatorItem[];
  readonly asAt: string | undefined;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const words = useIndicatorWords();
  const columns: Column<Line>[] = [
    {
      key: 'name',
      heading: t('indicator.name'),
      rowHeader: true,
      cell: ({ indicator, series }) => (
        <>
          <Link
            to="/indicators/$code"
            params={{ code: indicator.code }}
            search={{
              ...(asAt && { asAt }),
              ...(series?.agency && { agency: series.agency.code }),
              ...(series?.group && { group: series.group }),
            }}
          >
            {name(indicator.name)}
          </Link>
          <div className="small soft">
            {words.unit(indicator)} · {t(`indicator.periodKind.${indicator.period}`)}
          </div>
        </>
      ),
    },
    {
      key: 'whose',
      heading: t('indicator.whose'),
      cell: ({ indicator, series, isLast }) => (
        <>
          {series ? words.whose(series) : '–'}
          {isLast && indicator.others > 0 && (
            <div className="small soft">
              {t('indicator.andOthers', { count: indicator.others, number: format.number(indicator.others) })}
            </div>
          )}
        </>
      ),
    },
    {
      key: 'course',
      heading: t('indicator.course'),
      narrow: true,
      cell: ({ series }) => (series ? <Sparkline points={series.points} /> : '–'),
    },
    {
      key: 'value',
      heading: t('indicator.latest'),
      numeric: true,
      cell: ({ indicator, series }) => {
        const latest = series?.points.at(-1);
        if (!latest) return <span className="soft">{t('indicator.noFigures')}</span>;
        return (
          <>
            <span className="medium">{words.amount(indicator, latest.amount, latest.outOf)}</span>
            <div className="small soft">{words.period(latest.period)}</div>
          </>
        );
      },
    },
    {
      key: 'target',
      heading: t('indicator.target'),
      cell: ({ indicator, series }) => {
        const latest = series?.points.at(-1);
        if (!latest) return '–';
        return (
          <>
            {latest.target !== null && <>{words.amount(indicator, latest.target)} </>}
            <Reached reached={latest.reached} />
          </>
        );
      },
    },
  ];
  return (
    <DataTable
      caption={t('indicator.title')}
      columns={columns}
      rows={linesOf(items)}
      rowKey={({ indicator, series }) =>
        `${indicator.code}/${series?.agency?.code ?? ''}/${series?.group ?? ''}`
      }
    />
  );
}
