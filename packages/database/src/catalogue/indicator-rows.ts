import { firstDayOf } from '@tinhgon/rules/indicator/period';
import type { IndicatorEntry, Whose } from '@tinhgon/rules/indicator/indicator';
import { searchKey } from '../search-key.ts';
import type { WrittenEvent } from './catalogue-rows.ts';
import type { CatalogueEvent } from './event.ts';

type Entered = Extract<CatalogueEvent, { readonly type: 'indicatorEntered' }>;
type TaskSaved = Extract<CatalogueEvent, { readonly type: 'programmeTaskSaved' }>;
type IndicatorSaved = Extract<CatalogueEvent, { readonly type: 'indicatorSaved' }>;
type Moment = Pick<WrittenEvent, 'writtenAt'>;

/** Whose figure it is, in one word: no code begins with `@`. */
export const whoseKey = ({ agency, group }: Whose): string => agency ?? `@${group}`;

/** Which figure it is, whatever it says. */
export const figureKey = ({
  indicator,
  kind,
  period,
  ...whose
}: Pick<IndicatorEntry, 'indicator' | 'kind' | 'period' | 'agency' | 'group'>): string =>
  [indicator, kind, period, whoseKey(whose)].join('\n');

export const whoseOf = (key: string): Whose =>
  key.startsWith('@')
    ? { agency: null, group: key.slice(1) as NonNullable<Whose['group']> }
    : { agency: key, group: null };

export function indicatorRow({ indicator }: IndicatorSaved): object {
  const { nameVi, nameEn, countedVi, countedEn, ...rest } = indicator;
  return { ...rest, name_vi: nameVi, name_en: nameEn, counted_vi: countedVi, counted_en: countedEn };
}

export function entryRow({ entry, reason, at, actor }: Entered, { writtenAt }: Moment): object {
  const { agency, group, outOf, ...rest } = entry;
  return {
    ...rest,
    whose: whoseKey({ agency, group }),
    from: firstDayOf(entry.period),
    out_of: outOf,
    reason,
    recorded_at: at,
    recorded_by: actor.name,
    known_from: writtenAt,
  };
}

export function taskRow({ task, reason, at, actor }: TaskSaved, { writtenAt }: Moment): object {
  const { assignedOn, doneOn, ...rest } = task;
  return {
    ...rest,
    assigned_on: assignedOn,
    done_on: doneOn,
    search: searchKey(task.code, task.name),
    reason,
    recorded_at: at,
    recorded_by: actor.name,
    known_from: writtenAt,
  };
}
