import type { CheckVerdict } from '../chain.ts';
import type { Instant } from '../day.ts';
import { hashOf } from '../hash.ts';
import type { PersonRef } from '../person.ts';
import type { Approval } from '../step.ts';
import type { StepKey } from '../vocabulary.ts';
import { type DocumentState, materialHash } from './state.ts';

/** What of a document's own text is material. */
export const DOCUMENT_MATERIAL = ['title', 'articles'] as const;
export type DocumentMaterial = (typeof DOCUMENT_MATERIAL)[number];

/** An approval that no longer stands, and what changed after it was given. */
export interface VoidedDocumentApproval {
  readonly step: StepKey;
  readonly by: PersonRef;
  readonly at: Instant;
  readonly fields: readonly DocumentMaterial[];
  /** Linked measures that were changed in something material, came or went. */
  readonly procedures: readonly { readonly plan: string; readonly code: string }[];
}

type Seen = NonNullable<Approval['items']>;
/** The document's own text among the items; the others are `plan/procedure`. */
const TEXT = 'text';

/** What an approval of the document sees; null for a text saved before its articles were told apart. */
export function seenItems(state: Pick<DocumentState, 'header' | 'articles' | 'links'>): Seen | null {
  if (state.articles === undefined) return null;
  const measures = Object.entries(state.links).flatMap(([plan, link]) =>
    link.measures.map(({ procedureCode, material, hash }) => [
      `${link.origin ?? plan}/${procedureCode}`,
      { measure: (material ?? hash).slice(0, 32) },
    ]),
  );
  const text = { title: hashOf(state.header.title).slice(0, 32), articles: state.articles };
  return { [TEXT]: text, ...(Object.fromEntries(measures) as Seen) };
}

const lastOf = (state: Pick<DocumentState, 'approvals'>, check: StepKey): Approval | undefined =>
  state.approvals.findLast((approval) => approval.step === check);

/**
 * How the last approval of a check stands. One that kept no items is asked for again whenever its step is
 * reached, as it was when it was given.
 */
export function verdictOf(state: DocumentState, check: StepKey): CheckVerdict {
  const last = lastOf(state, check);
  if (last?.voidedAt !== undefined) return 'fallen';
  if (last?.material === undefined) return 'none';
  if (last.material !== materialHash(state)) return 'fallen';
  return last.items ? 'stands' : 'none';
}

/** Approvals that something material has changed under since they were given, and that nobody has voided yet. */
export function approvalsVoided(state: DocumentState): VoidedDocumentApproval[] {
  const now = seenItems(state);
  if (!now) return [];
  return state.chain.steps.flatMap(({ key }) => {
    const last = lastOf(state, key);
    if (!last?.items || last.voidedAt !== undefined || verdictOf(state, key) !== 'fallen') return [];
    const { items, step, by, at } = last;
    const fields = DOCUMENT_MATERIAL.filter((field) => items[TEXT]?.[field] !== now[TEXT]?.[field]);
    const keys = [...new Set([...Object.keys(items), ...Object.keys(now)])].filter((one) => one !== TEXT);
    const procedures = keys
      .filter((one) => items[one]?.['measure'] !== now[one]?.['measure'])
      .sort()
      .map((one) => ({
        plan: one.slice(0, one.lastIndexOf('/')),
        code: one.slice(one.lastIndexOf('/') + 1),
      }));
    return [{ step, by, at, fields, procedures }];
  });
}

export const withVoided = (
  approvals: readonly Approval[],
  voided: readonly VoidedDocumentApproval[],
  voidedAt: Instant,
): readonly Approval[] =>
  approvals.map((approval) =>
    voided.some(({ step, at }) => step === approval.step && at === approval.at)
      ? { ...approval, voidedAt }
      : approval,
  );
