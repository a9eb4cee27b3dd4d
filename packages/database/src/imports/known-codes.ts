import type { LegalDate } from '@tinhgon/rules/days';
import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import type { Db } from '../schema.ts';

/** The codes an import file may name. */
export interface KnownCodes {
  readonly agencies: ReadonlyMap<string, { readonly from: LegalDate; readonly to: LegalDate | null }>;
  readonly programmes: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
  readonly documents: ReadonlyMap<string, { readonly phase: DocumentPhase; readonly promulgated: boolean }>;
  readonly plans: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

export async function knownCodes(db: Db): Promise<KnownCodes> {
  const [agencies, programmes, procedures, documents, plans, people] = await Promise.all([
    db.selectFrom('agency').select(['code', 'from', 'to']).execute(),
    db.selectFrom('programme').select('code').execute(),
    db.selectFrom('procedure').select('code').execute(),
    db.selectFrom('document').select(['code', 'phase', 'in_force_on']).execute(),
    db.selectFrom('plan').select('code').execute(),
    db.selectFrom('person').select('id').execute(),
  ]);
  return {
    agencies: new Map(agencies.map(({ code, from, to }) => [code, { from, to }])),
    programmes: new Set(programmes.map(({ code }) => code)),
    procedures: new Set(procedures.map(({ code }) => code)),
    documents: new Map(
      documents.map(({ code, phase, in_force_on }) => [code, { phase, promulgated: in_force_on !== null }]),
    ),
    plans: new Set(plans.map(({ code }) => code)),
    people: new Set(people.map(({ id }) => id)),
  };
}
