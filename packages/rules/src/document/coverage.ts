import type { DocumentState } from './state.ts';

/** Which of a document's procedures each kind of evidence covers. Steps 10–12 may come in parts. */
export interface Coverage {
  readonly linked: readonly string[];
  readonly announced: ReadonlySet<string>;
  readonly inDatabase: ReadonlySet<string>;
  readonly displayed: ReadonlySet<string>;
}

type Covered = Pick<DocumentState, 'links' | 'announcements' | 'databaseEntries' | 'displays'>;

const codesOf = (parts: readonly { readonly procedureCodes: readonly string[] }[]): ReadonlySet<string> =>
  new Set(parts.flatMap((part) => part.procedureCodes));

export function linkedProcedures(state: Pick<DocumentState, 'links'>): string[] {
  const codes = Object.values(state.links).flatMap((link) =>
    link.measures.map((measure) => measure.procedureCode),
  );
  return [...new Set(codes)].sort();
}

export function coverage(state: Covered): Coverage {
  return {
    linked: linkedProcedures(state),
    announced: codesOf(state.announcements),
    inDatabase: codesOf(state.databaseEntries),
    displayed: codesOf(state.displays),
  };
}

/** Procedures with a promulgation, an announcement and a database entry in this document. */
export function evidencedProcedures(state: Covered & Pick<DocumentState, 'promulgation'>): string[] {
  if (!state.promulgation) return [];
  const { linked, announced, inDatabase } = coverage(state);
  return linked.filter((code) => announced.has(code) && inDatabase.has(code));
}
