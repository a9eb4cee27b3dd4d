import type { everyCourse } from '@tinhgon/database/queries/indicators/get-indicator';
import en from '@tinhgon/language/en/exports.json' with { type: 'json' };
import { formatFor } from '@tinhgon/language/format';
import vi from '@tinhgon/language/vi/exports.json' with { type: 'json' };
import { dayOf } from '@tinhgon/rules/day';
import type { LocalName } from '@tinhgon/rules/views/common';
import type { IndicatorHead, IndicatorList, WhoseView } from '@tinhgon/rules/views/indicator';
import type { Language } from '../errors/sentence.ts';
import type { Table, TableCell } from './table.ts';

type Words = typeof vi;
type Column = Exclude<keyof Words['indicators'], 'sheet'>;
type Line = Partial<Record<Column, TableCell>>;
type OneIndicator = NonNullable<Awaited<ReturnType<typeof everyCourse>>>;

const WORDS: Record<Language, Words> = { vi, en };
const LIST = [
  'code',
  'name',
  'unit',
  'whose',
  'agency',
  'period',
  'value',
  'outOf',
  'target',
  'reached',
] as const;
const COURSE = [...LIST, 'targetOf', 'source', 'recordedBy', 'recordedOn', 'reason'] as const;

/** The indicators of a programme with the periods their lines are drawn over, as the page has them. */
export function indicatorsTable({ items }: Pick<IndicatorList, 'items'>, language: Language): Table {
  const words = wordsIn(language);
  const lines = items.flatMap((item) => {
    const head = words.head(item);
    const points = item.series.flatMap((one) =>
      one.points.map(({ period, amount, outOf, target, reached }) => ({
        ...head,
        ...words.whose(one),
        period: words.period(period),
        value: amount,
        outOf,
        target,
        reached: words.reached(reached),
      })),
    );
    return points.length === 0 ? [head] : points;
  });
  return tableOf(LIST, lines, words);
}

/** Every figure of one indicator: whoever's, of whichever period, each as its course on the page says it. */
export function indicatorTable(indicator: OneIndicator, language: Language): Table {
  const words = wordsIn(language);
  const head = words.head(indicator);
  const lines = indicator.courses.flatMap((one) =>
    one.rows.map(({ period, value, target, heldAgainst, reached }) => ({
      ...head,
      ...words.whose(one),
      period: words.period(period),
      value: value?.amount ?? null,
      outOf: value?.outOf ?? null,
      target: heldAgainst,
      targetOf: heldAgainst === null ? '' : words.targetOf(target?.amount ?? null),
      reached: words.reached(reached),
      source: value?.source ?? '',
      recordedBy: value?.by ?? '',
      recordedOn: value ? words.day(value.at) : '',
      reason: value?.reason ?? '',
    })),
  );
  return tableOf(COURSE, lines, words);
}

function tableOf(
  columns: readonly Column[],
  lines: readonly Line[],
  { headings }: ReturnType<typeof wordsIn>,
): Table {
  return {
    sheet: headings.sheet,
    headings: columns.map((column) => headings[column]),
    rows: lines.map((line) => columns.map((column) => line[column] ?? null)),
  };
}

function wordsIn(language: Language) {
  const words = WORDS[language];
  const format = formatFor(language);
  const name = (given: LocalName) => (language === 'en' ? (given.en ?? given.vi) : given.vi);
  return {
    headings: words.indicators,
    head: ({ code, name: called, unit, counted }: IndicatorHead) => ({
      code,
      name: name(called),
      unit: unit === 'percent' ? words.percent : name(counted) || words.count,
    }),
    whose: ({ agency, group }: WhoseView) => ({
      whose: agency ? name(agency.name) : group ? words.indicatorGroup[group] : '',
      agency: agency?.code ?? '',
    }),
    period: format.period,
    day: (moment: string) => format.day(dayOf(moment)),
    reached: (reached: boolean | null) =>
      reached === null ? '' : reached ? words.reached : words.notReached,
    targetOf: (own: number | null) => (own === null ? words.ofGroup : words.own),
  };
}
