import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { patched, upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { addDays, type LegalDate, startOfDay } from '@tinhgon/rules/day';
import type { Portrait, SubjectState, Waiting } from './rules.ts';

const MINISTRY = defineSearchAttributeKey('TgMinistry', 'KEYWORD');
const PROGRAMME = defineSearchAttributeKey('TgProgramme', 'KEYWORD');
const PHASE = defineSearchAttributeKey('TgPhase', 'KEYWORD');
const STEP = defineSearchAttributeKey('TgStep', 'KEYWORD_LIST');
const WAITING_ON = defineSearchAttributeKey('TgWaitingOn', 'KEYWORD_LIST');
const OWNER = defineSearchAttributeKey('TgOwner', 'KEYWORD_LIST');
const DUE = defineSearchAttributeKey('TgDue', 'DATETIME');
const OVERDUE = defineSearchAttributeKey('TgOverdue', 'BOOL');
const PROCEDURES = defineSearchAttributeKey('TgProcedures', 'INT');

/** All of them, for who registers them. */
export const SEARCH_ATTRIBUTE_KEYS = [
  MINISTRY,
  PROGRAMME,
  PHASE,
  STEP,
  WAITING_ON,
  OWNER,
  DUE,
  OVERDUE,
  PROCEDURES,
];

/** Search attributes lie in the clear, so no name of a person stands in them; it once did. */
const OWNER_BY_ID = 'owner-by-id';

/** What supervisors filter by in the Temporal UI. Each upsert is an event, so only what changed is sent. */
export function showSearchAttributes(
  state: SubjectState,
  portrait: Portrait,
  waiting: readonly Waiting[],
): void {
  const changed = pairs(state, portrait, waiting).filter(
    ({ key, value }) => JSON.stringify(current(key)) !== JSON.stringify(value),
  );
  if (changed.length > 0) upsertSearchAttributes(changed);
}

const current = (key: SearchAttributeUpdatePair['key']): unknown =>
  workflowInfo().typedSearchAttributes.get(key) ?? null;

function pairs(
  { phase }: SubjectState,
  { agency, programme, procedures }: Portrait,
  waiting: readonly Waiting[],
): SearchAttributeUpdatePair[] {
  const dueOn = waiting.flatMap((one) => (one.dueOn === null ? [] : [one.dueOn])).sort()[0];
  return [
    { key: MINISTRY, value: agency },
    { key: PROGRAMME, value: programme },
    { key: PHASE, value: phase },
    { key: STEP, value: list(waiting.map((one) => one.key)) },
    { key: WAITING_ON, value: list(waiting.map(waitingOn)) },
    { key: OWNER, value: list(waiting.flatMap(ownerOf)) },
    { key: DUE, value: dueOn === undefined ? null : endOfDay(dueOn) },
    { key: OVERDUE, value: waiting.some((one) => one.timing === 'overdue') },
    { key: PROCEDURES, value: procedures },
  ];
}

const ownerOf = ({ holder }: Waiting): string[] => {
  if (holder === null) return [];
  return [patched(OWNER_BY_ID) ? holder.id : holder.name];
};

const waitingOn = ({ function: held, agency }: Waiting): string =>
  [held, agency].filter((part) => part !== undefined && part !== null).join('/');

const list = (values: readonly string[]): string[] | null =>
  values.length === 0 ? null : [...new Set(values)].sort();

/** A second before midnight in Viet Nam, which falls on the same date in UTC: the UI may show either. */
const endOfDay = (day: LegalDate): Date => new Date(Date.parse(startOfDay(addDays(day, 1))) - 1_000);
