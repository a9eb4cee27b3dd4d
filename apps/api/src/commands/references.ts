import { type Db, programmeByCode } from '@tinhgon/database';
import type { MeasureInput } from '@tinhgon/rules/content';
import type { LegalDate } from '@tinhgon/rules/day';
import { endedAgency } from '@tinhgon/database/queries/catalogue/ended-agency';
import type { ErrorCode } from '@tinhgon/rules/errors';
import { LAST_DAY_OF_DISTRICTS, levelsOn } from '@tinhgon/rules/vocabulary';
import { sql } from 'kysely';
import { refuse } from '../errors/refusal.ts';

/** A code a client named, and the field that named it. */
interface Named {
  readonly code: string;
  readonly field: string;
}

/** Refuses the first code that stands for nothing, naming its field. */
function refuseUnknown(named: readonly Named[], known: ReadonlySet<string>, code: ErrorCode): void {
  const unknown = named.find((one) => !known.has(one.code));
  if (unknown) throw refuse(code, { field: unknown.field, details: { code: unknown.code } });
}

const codesOf = (named: readonly Named[]): string[] => [...new Set(named.map(({ code }) => code))];

/** Throws Refusal UNKNOWN_AGENCY for an agency that does not exist on `day`, AGENCY_ENDED for one whose work others have. */
export async function checkAgencies(db: Db, named: readonly Named[], day: LegalDate): Promise<void> {
  if (named.length === 0) return;
  const rows = await db
    .selectFrom('agency')
    .select('code')
    .where('code', 'in', codesOf(named))
    .where('from', '<=', day)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .execute();
  const known = new Set(rows.map(({ code }) => code));
  const missing = named.find(({ code }) => !known.has(code));
  const ended = missing && (await endedAgency(db, missing.code, day));
  if (missing && ended) throw refuse('AGENCY_ENDED', { field: missing.field, details: ended });
  refuseUnknown(named, known, 'UNKNOWN_AGENCY');
}

/** Throws Refusal UNKNOWN_PROGRAMME for a programme that does not run on `day`. */
export async function checkProgramme(db: Db, code: string, day: LegalDate): Promise<void> {
  const row = await db
    .selectFrom('programme')
    .select('code')
    .where('code', '=', code)
    .where('from', '<=', day)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .executeTakeFirst();
  if (!row) throw refuse('UNKNOWN_PROGRAMME', { field: 'programme' });
}

/** Throws Refusal UNKNOWN_DOCUMENT, or DOCUMENT_CLOSED for one that was refused or withdrawn. */
export async function checkDocuments(db: Db, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return;
  const rows = await db
    .selectFrom('document')
    .select(['code', 'phase'])
    .where('code', 'in', codesOf(named))
    .execute();
  refuseUnknown(named, new Set(rows.map(({ code }) => code)), 'UNKNOWN_DOCUMENT');
  const open = rows.filter(({ phase }) => phase !== 'refused' && phase !== 'withdrawn');
  refuseUnknown(named, new Set(open.map(({ code }) => code)), 'DOCUMENT_CLOSED');
}

/** Throws Refusal UNKNOWN_PROCEDURE. */
export async function checkProcedures(db: Db, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return;
  // One array parameter: a statement takes no more than 65,535 single ones.
  const rows = await db
    .selectFrom('procedure')
    .select('code')
    .where('code', '=', sql<string>`any(${codesOf(named)}::text[])`)
    .execute();
  refuseUnknown(named, new Set(rows.map(({ code }) => code)), 'UNKNOWN_PROCEDURE');
}

/** Throws Refusal when a procedure is not in the catalogue or stands twice, or a document does not exist. */
export async function checkMeasures(db: Db, measures: readonly MeasureInput[], at: string): Promise<void> {
  const procedures = measures.map(({ procedureCode }, index) => ({
    code: procedureCode,
    field: `${at}measures.${index}.procedureCode`,
  }));
  const twice = procedures.find(
    ({ code }, index) => procedures.findIndex((one) => one.code === code) < index,
  );
  if (twice) throw refuse('INVALID_INPUT', { field: twice.field, details: { reason: 'duplicate' } });
  await checkProcedures(db, procedures);
  const documents = measures.flatMap((measure, index) =>
    measure.documents.map((code, place) => ({ code, field: `${at}measures.${index}.documents.${place}` })),
  );
  await checkDocuments(db, documents);
}

/** Throws Refusal LEVEL_ENDED where a procedure is to be decided on a level there is no more. */
export function checkLevels(measures: readonly MeasureInput[], at: string, day: LegalDate): void {
  const index = measures.findIndex(
    ({ proposed }) => proposed?.level && !levelsOn(day).includes(proposed.level),
  );
  if (index < 0) return;
  throw refuse('LEVEL_ENDED', {
    field: `${at}measures.${index}.proposed.level`,
    details: { to: LAST_DAY_OF_DISTRICTS },
  });
}

/** Throws Refusal UNKNOWN_AGENCY for an agency nobody ever entered; the past ones are fine. */
export async function checkAgenciesEver(db: Db, named: readonly Named[]): Promise<void> {
  if (named.length === 0) return;
  const rows = await db.selectFrom('agency').select('code').where('code', 'in', codesOf(named)).execute();
  refuseUnknown(named, new Set(rows.map(({ code }) => code)), 'UNKNOWN_AGENCY');
}

/** Throws Refusal UNKNOWN_PROGRAMME for a programme nobody ever entered. */
export async function checkProgrammeEver(db: Db, code: string): Promise<void> {
  if (!(await programmeByCode(db, code))) throw refuse('UNKNOWN_PROGRAMME', { field: 'programme' });
}
