import type { LegalDate } from '@tinhgon/rules/days';
import type { Indicator } from '@tinhgon/rules/indicator/indicator';
import type { DocumentPhase } from '@tinhgon/rules/vocabulary';
import { wageValues } from '../queries/terms/wages.ts';
import type { Db } from '../schema.ts';

/** The codes an import file may name. */
export interface KnownCodes {
  readonly agencies: ReadonlyMap<
    string,
    { readonly kind: string; readonly from: LegalDate; readonly to: LegalDate | null }
  >;
  readonly programmes: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
  /** `signedOn` is null until a document is promulgated. */
  readonly documents: ReadonlyMap<
    string,
    { readonly phase: DocumentPhase; readonly signedOn: LegalDate | null }
  >;
  readonly plans: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** What an hour is worth in every version of a wage, by `wageKey`. */
  readonly wages: ReadonlyMap<string, number>;
  readonly indicators: ReadonlyMap<string, Pick<Indicator, 'unit' | 'period'>>;
}

export async function knownCodes(db: Db): Promise<KnownCodes> {
  const [agencies, programmes, procedures, documents, plans, people, wages, indicators] = await Promise.all([
    db.selectFrom('agency').select(['code', 'kind', 'from', 'to']).execute(),
    db.selectFrom('programme').select('code').execute(),
    db.selectFrom('procedure').select('code').execute(),
    db.selectFrom('document').select(['code', 'phase', 'signed_on']).execute(),
    db.selectFrom('plan').select('code').execute(),
    db.selectFrom('person').select('id').execute(),
    wageValues(db),
    db.selectFrom('indicator').select(['code', 'unit', 'period']).execute(),
  ]);
  return {
    agencies: new Map(agencies.map(({ code, kind, from, to }) => [code, { kind, from, to }])),
    programmes: new Set(programmes.map(({ code }) => code)),
    procedures: new Set(procedures.map(({ code }) => code)),
    documents: new Map(documents.map(({ code, phase, signed_on }) => [code, { phase, signedOn: signed_on }])),
    plans: new Set(plans.map(({ code }) => code)),
    people: new Set(people.map(({ id }) => id)),
    wages,
    indicators: new Map(indicators.map(({ code, unit, period }) => [code, { unit, period }])),
  };
}
