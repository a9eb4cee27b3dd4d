import { defineSearchAttributeKey, type SearchAttributeUpdatePair } from '@temporalio/common';
import { upsertSearchAttributes, workflowInfo } from '@temporalio/workflow';
import { addDays, type LegalDate, startOfDay } from '@tinhgon/rules/day';
import type { OpenStep } from '@tinhgon/rules/step';
import type { SubjectState } from './rules.ts';

const MINISTRY = defineSearchAttributeKey('TgMinistry', 'KEYWORD');
const PROGRAMME = defineSearchAttributeKey('TgProgramme', 'KEYWORD');
const PHASE = defineSearchAttributeKey('TgPhase', 'KEYWORD');
const STEP = defineSearchAttributeKey('TgStep', 'KEYWORD_LIST');
const WAITING_ON = defineSearchAttributeKey('TgWaitingOn', 'KEYWORD_LIST');
const OWNER = defineSearchAttributeKey('TgOwner', 'KEYWORD_LIST');
const DUE = defineSearchAttributeKey('TgDue', 'DATETIME');
const OVERDUE = defineSearchAttributeKey('TgOverdue', 'BOOL');
const PROCEDURES = defineSearchAttributeKey('TgProcedures', 'INT');

/** What supervisors filter by in the Temporal UI. Each upsert is an event, so only what changed is sent. */
export function showSearchAttributes(
  state: SubjectState,
  steps: readonly OpenStep[],
  procedures: number,
): void {
  const changed = pairs(state, steps, procedures).filter(
    ({ key, value }) => JSON.stringify(current(key)) !== JSON.stringify(value),
  );
  if (changed.length > 0) upsertSearchAttributes(changed);
}

const current = (key: SearchAttributeUpdatePair['key']): unknown =>
  workflowInfo().typedSearchAttributes.get(key) ?? null;

function pairs(
  state: SubjectState,
  steps: readonly OpenStep[],
  procedures: number,
): SearchAttributeUpdatePair[] {
  const dueOn = steps.flatMap((step) => (step.dueOn === null ? [] : [step.dueOn])).sort()[0];
  return [
    { key: MINISTRY, value: state.leadAgency },
    { key: PROGRAMME, value: state.programme },
    { key: PHASE, value: state.phase },
    { key: STEP, value: list(steps.map((step) => step.key)) },
    { key: WAITING_ON, value: list(steps.map(waitingOn)) },
    { key: OWNER, value: list(steps.flatMap((step) => (step.holder ? [step.holder.name] : []))) },
    { key: DUE, value: dueOn === undefined ? null : endOfDay(dueOn) },
    { key: OVERDUE, value: steps.some((step) => step.timing === 'overdue') },
    { key: PROCEDURES, value: procedures },
  ];
}

const waitingOn = (step: OpenStep): string =>
  step.agency === null ? step.function : `${step.function}/${step.agency}`;

const list = (values: readonly string[]): string[] | null =>
  values.length === 0 ? null : [...new Set(values)].sort();

/** A second before midnight in Viet Nam, which falls on the same date in UTC: the UI may show either. */
const endOfDay = (day: LegalDate): Date => new Date(Date.parse(startOfDay(addDays(day, 1))) - 1_000);
