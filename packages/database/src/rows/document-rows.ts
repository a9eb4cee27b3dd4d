import { linkedProcedures } from '@tinhgon/rules/document/coverage';
import { type DocumentState, type Evidence, evidenceOf } from '@tinhgon/rules/document/state';
import type { Instant } from '@tinhgon/rules/days';
import { assertNever } from '@tinhgon/rules/vocabulary';
import { searchKey } from '../search-key.ts';
import type { Schema } from '../schema.ts';
import { type Link, type LinkChange, linkChanges, linkKey } from './link-changes.ts';
import { NO_PLAN } from './no-plan.ts';
import type { NewEvidence } from './row-changes.ts';

export function documentRow(state: DocumentState): object {
  return {
    code: state.code,
    programme: state.programme,
    type: state.type,
    number: state.promulgation?.number ?? null,
    title: state.header.title,
    lead_agency: state.leadAgency,
    former_agencies: state.formerAgencies ?? [],
    phase: state.phase,
    signed_on: state.promulgation?.signedOn ?? null,
    in_force_on: state.promulgation?.inForceOn ?? null,
    planned_in_force_on: state.header.plannedInForceOn,
    procedures: linkedProcedures(state).length,
    search: searchKey(state.code, state.promulgation?.number, state.header.title),
    state,
  };
}

export type EvidenceRow = Schema['evidence'];

export function evidenceRow(
  documentCode: string,
  evidence: Evidence,
  knownFrom: Instant | undefined,
): NewEvidence {
  return {
    document_code: documentCode,
    evidence_id: evidence.id,
    kind: evidence.kind,
    ...facts(evidence),
    procedure_codes: 'procedureCodes' in evidence ? [...evidence.procedureCodes] : [],
    recorded_at: evidence.recordedAt,
    known_from: knownFrom,
    recorded_by_id: evidence.recordedBy.id,
    recorded_by_name: evidence.recordedBy.name,
    on_behalf_of: evidence.recordedBy.onBehalfOf ?? null,
    superseded_at: null,
  };
}

function facts(evidence: Evidence): Pick<EvidenceRow, 'number' | 'date' | 'in_force_on'> {
  switch (evidence.kind) {
    case 'promulgation':
      return { number: evidence.number, date: evidence.signedOn, in_force_on: evidence.inForceOn };
    case 'announcement':
      return { number: evidence.decisionNumber, date: evidence.signedOn, in_force_on: null };
    case 'database-entry':
      return { number: evidence.reference, date: evidence.enteredOn, in_force_on: null };
    case 'display':
      return { number: evidence.place, date: evidence.displayedOn, in_force_on: null };
    default:
      return assertNever(evidence);
  }
}

/** One row for each procedure the evidence covers; a promulgation covers whatever is linked. */
export function coverRows(row: EvidenceRow): Schema['evidence_procedure'][] {
  const { kind } = row;
  if (kind === 'promulgation') return [];
  const { document_code, evidence_id, date, recorded_at, known_from, superseded_at } = row;
  return [...new Set(row.procedure_codes)].map((procedure_code) => ({
    document_code,
    evidence_id,
    procedure_code,
    kind,
    date,
    recorded_at,
    known_from,
    superseded_at,
  }));
}

/** Evidence that came into the record with an event, and ids of what it took the place of. */
export function evidenceChanges(
  before: DocumentState | null,
  after: DocumentState,
): { added: Evidence[]; superseded: string[] } {
  const old = new Map((before ? evidenceOf(before) : []).map((evidence) => [evidence.id, evidence]));
  const now = new Set(evidenceOf(after).map(({ id }) => id));
  return {
    added: evidenceOf(after).filter(({ id }) => !old.has(id)),
    superseded: [...old.keys()].filter((id) => !now.has(id)),
  };
}

function ownLinks(state: DocumentState | null): Map<string, Link> {
  const measures = state?.links[NO_PLAN]?.measures ?? [];
  return new Map(
    measures.map(({ procedureCode, measure }) => {
      const link = {
        planCode: NO_PLAN,
        procedureCode,
        documentCode: state?.code ?? '',
        measure,
        programme: state?.programme ?? '',
      };
      return [linkKey(link), link] as const;
    }),
  );
}

/** Links of imported evidence that names no plan. */
export const documentLinkChanges = (
  before: DocumentState | null,
  after: DocumentState,
  at: Instant | undefined,
): LinkChange[] => linkChanges(ownLinks(before), ownLinks(after), at);
