import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { evolveDocument } from '@tinhgon/rules/document/evolve';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { Instant } from '@tinhgon/rules/days';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import type { StateOf } from '@tinhgon/rules/subject-kinds';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { documentLinkChanges, evidenceChanges, type EvidenceRow, evidenceRow } from './document-rows.ts';
import { costChanges } from './cost-changes.ts';
import { FileChanges } from './file-rows.ts';
import type { LinkChange } from './link-changes.ts';
import { PeriodChanges } from './period-rows.ts';
import { planLinkChanges } from './plan-rows.ts';
import { StepPeriods } from './step-periods.ts';
import type { PeriodChange } from './write-periods.ts';

/** Kinds of which each subject is one row. */
export type SingleRow = 'bottleneck' | 'campaign' | 'inspection';

/** When the record took an event in; undefined for one that is being written now. */
export type WrittenAt = (event: { readonly seq: number }) => Instant | undefined;
export const writtenNow: WrittenAt = () => undefined;

/** Evidence and since when it is known; undefined for since now. */
export type NewEvidence = Omit<EvidenceRow, 'known_from'> & { readonly known_from: Instant | undefined };

/**
 * What a run of events does to the rows of subjects, gathered in memory and written at once by
 * `writeRows`: one decision, an import of thousands and a rebuild of everything go the same way.
 */
export class RowChanges {
  /** Subjects that are one row each, by table and code. */
  readonly single = new Map<SingleRow, Map<string, StateOf[SingleRow]>>();
  readonly plans = new Map<string, PlanState>();
  readonly documents = new Map<string, DocumentState>();
  /** Plans whose measures or links to documents changed. */
  readonly measuresOf = new Set<string>();
  /** Plans and documents whose remarks changed. */
  readonly remarksOf = new Map<string, PlanState | DocumentState>();
  readonly files = new FileChanges();
  readonly periods = new PeriodChanges();
  readonly steps = new StepPeriods();
  readonly links: LinkChange[] = [];
  readonly costs: PeriodChange[] = [];
  readonly evidence: NewEvidence[] = [];
  readonly superseded: { documentCode: string; evidenceId: string; at: Instant | undefined }[] = [];

  /** A subject whose row is a function of its last state. */
  last<K extends SingleRow>(kind: K, state: StateOf[K]): void {
    const own = this.single.get(kind) ?? new Map<string, StateOf[SingleRow]>();
    this.single.set(kind, own.set(state.code, state));
  }

  plan(
    before: PlanState | null,
    events: readonly PlanEvent[],
    writtenAt: WrittenAt = writtenNow,
  ): PlanState | null {
    let state = before;
    for (const event of events) {
      const after = evolvePlan(state, event);
      if (JSON.stringify(state?.measures) !== JSON.stringify(after.measures)) this.measuresOf.add(after.code);
      if (!state || state.remarks !== after.remarks) this.remarksOf.set(`plan/${after.code}`, after);
      this.links.push(...planLinkChanges(state, after, writtenAt(event)));
      this.costs.push(...costChanges(state, after, writtenAt(event)));
      this.files.take(`plan/${after.code}`, event);
      this.periods.take(state, after, writtenAt(event));
      this.steps.take(state, after, writtenAt(event));
      this.plans.set(after.code, after);
      state = after;
    }
    return state;
  }

  document(
    before: DocumentState | null,
    events: readonly DocumentEvent[],
    writtenAt: WrittenAt = writtenNow,
  ): DocumentState | null {
    let state = before;
    for (const event of events) {
      const after = evolveDocument(state, event);
      const { added, superseded } = evidenceChanges(state, after);
      const { code } = after;
      this.evidence.push(...added.map((evidence) => evidenceRow(code, evidence, writtenAt(event))));
      this.superseded.push(
        ...superseded.map((evidenceId) => ({ documentCode: code, evidenceId, at: writtenAt(event) })),
      );
      if (!state || state.remarks !== after.remarks) this.remarksOf.set(`document/${code}`, after);
      this.links.push(...documentLinkChanges(state, after, writtenAt(event)));
      this.files.take(`document/${code}`, event);
      this.periods.take(state, after, writtenAt(event));
      this.steps.take(state, after, writtenAt(event));
      this.documents.set(code, after);
      state = after;
    }
    return state;
  }
}
