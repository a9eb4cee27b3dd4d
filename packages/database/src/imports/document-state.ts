import type { PersonRef } from '@tinhgon/rules/actor';
import { stepDefinition } from '@tinhgon/rules/chain';
import { timingOf } from '@tinhgon/rules/clock';
import { type DocumentContent, documentContentSchema } from '@tinhgon/rules/content';
import { dayOf, type Instant, startOfDay } from '@tinhgon/rules/days';
import { documentChainId } from '@tinhgon/rules/default-chains';
import { clockDates, phaseAt } from '@tinhgon/rules/document/flow';
import type { DocumentState, Promulgation } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { openStep, type OpenStep } from '@tinhgon/rules/step';
import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import type { TermsInUse } from '../queries/terms/terms-in-use.ts';
import type { DocumentRow } from './rows.ts';

type Imported = Omit<DocumentState, 'seq' | 'version'>;

/** The document a row describes, with whatever evidence and links `before` has from earlier imports. */
export function importedDocument(
  row: DocumentRow,
  before: DocumentState | null,
  people: { readonly importer: PersonRef; readonly drafter: PersonRef },
  terms: TermsInUse,
  now: Instant,
): { state: Imported; content: DocumentContent } {
  const content = documentContentSchema.parse({
    title: row.title,
    summary: row.summary ?? '',
    articles: row.articles ?? [],
    plannedSigningOn: row.plannedSigningOn ?? null,
    plannedInForceOn: row.plannedInForceOn ?? null,
  });
  const header = {
    title: content.title,
    plannedSigningOn: content.plannedSigningOn,
    plannedInForceOn: content.plannedInForceOn,
  };
  const promulgation = promulgationOf(row, before, people.importer, now);
  const chain = terms.chain(documentChainId(row), row.step);
  const step = openStepOf(row, { chain, header, promulgation, calendar: terms.calendar }, now);
  const state: Imported = {
    kind: 'document',
    schemaVersion: 1,
    rulesVersion: 1,
    code: row.code,
    type: row.type,
    shortened: row.shortened,
    programme: row.programme,
    leadAgency: row.leadAgency,
    header,
    firstPlannedInForceOn: header.plannedInForceOn,
    chain,
    calendar: terms.calendar,
    phase: phaseOf(step, promulgation),
    createdBy: people.drafter,
    editors: [people.drafter.id],
    content: hashOf(content),
    links: before?.links ?? {},
    steps: step ? [step] : [],
    finishedSteps: [],
    approvals: [],
    promulgation,
    announcements: before?.announcements ?? [],
    databaseEntries: before?.databaseEntries ?? [],
    displays: before?.displays ?? [],
    corrections: [],
  };
  return { state, content };
}

/** The promulgation keeps its name while it says the same; another one is known only from now on. */
function promulgationOf(
  row: DocumentRow,
  before: DocumentState | null,
  importer: PersonRef,
  now: Instant,
): Promulgation | null {
  const { number, signedOn, inForceOn } = row;
  if (number === undefined || signedOn === undefined || inForceOn === undefined) return null;
  const old = before?.promulgation;
  if (old && old.number === number && old.signedOn === signedOn && old.inForceOn === inForceOn) return old;
  return {
    kind: 'promulgation',
    id: `E${(before?.seq ?? 0) + 1}`,
    recordedBy: importer,
    recordedAt: now,
    number,
    signedOn,
    inForceOn,
  };
}

function openStepOf(
  row: DocumentRow,
  state: Pick<DocumentState, 'chain' | 'calendar' | 'header' | 'promulgation'>,
  now: Instant,
): OpenStep | null {
  if (row.step === undefined) return null;
  const since = row.stepSince ? startOfDay(row.stepSince) : now;
  const definition = stepDefinition(state.chain, row.step);
  const step = openStep(definition, row.leadAgency, since, clockDates(state), state.calendar);
  const dueOn = row.dueOn ?? step.dueOn;
  return { ...step, dueOn, timing: timingOf(dueOn, dayOf(now), state.calendar) };
}

function phaseOf(step: OpenStep | null, promulgation: Promulgation | null): DocumentPhase {
  if (!step) return promulgation ? 'done' : 'waiting';
  return promulgation ? 'carrying-out' : phaseAt(step);
}
