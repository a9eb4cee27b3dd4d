import { headingSetOf } from '@tinhgon/rules/mapping/mapping';
import type { MappingInput } from '@tinhgon/rules/views/import-mapping';
import { lockHeads } from '../events/append-events.ts';
import { mappingWith } from '../queries/imports/mappings.ts';
import type { Db, Trx } from '../schema.ts';
import { NoSuchRow, VersionMoved } from './errors.ts';
import type { MappingKey } from './event.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

/** Subjects stand in addresses: a few characters of the hash name the headings well enough. */
const subjectOf = ({ agency, kind, headingSet }: MappingKey): string =>
  `mapping/${agency}/${kind}/${headingSet.slice(0, 16)}`;

/**
 * Keeps how an agency's spreadsheets with these headings are read. What is kept already stays as it is.
 * @throws VersionMoved when a colleague has changed it meanwhile.
 */
export async function saveMapping(
  db: Db,
  agency: string,
  { basedOn, ...input }: MappingInput,
  stamp: Stamp,
): Promise<{ readonly version: number }> {
  const headingSet = headingSetOf(input.headings);
  const key = { agency, kind: input.kind, headingSet };
  const subject = subjectOf(key);
  return db.transaction().execute(async (trx) => {
    await lockHeads(trx, [subject]);
    const before = await mappingWith(trx, [agency], input.kind, [headingSet]);
    if (before && isSame(before.mapping, input.mapping)) return { version: before.version };
    const newest = before?.version ?? 0;
    if (newest !== basedOn) throw new VersionMoved(String(newest));
    // Of one that was done away with the numbers go on.
    const version = (before ? newest : await lastVersion(trx, key)) + 1;
    const mapping = { ...input, agency, headingSet, version };
    await writeCatalogue(trx, [{ subject, body: { type: 'mappingSaved', mapping } }], stamp);
    return { version };
  });
}

export interface OneMapping extends Pick<MappingInput, 'kind' | 'headings'> {
  /** The agencies whose mappings are the caller's own. */
  readonly agencies: readonly string[];
}

/** Gives a mapping a name of its agency's own; the same name again changes nothing. @throws NoSuchRow */
export async function renameMapping(
  db: Db,
  { name, ...one }: OneMapping & { readonly name: string },
  stamp: Stamp,
): Promise<{ readonly version: number }> {
  return changed(db, one, async (trx, key, before) => {
    if (before.name === name) return;
    const body = { type: 'mappingRenamed', mapping: { ...key, name } } as const;
    await writeCatalogue(trx, [{ subject: subjectOf(key), body }], stamp);
  });
}

/** Does away with a mapping: it is found no more, and stays in the record. @throws NoSuchRow, VersionMoved */
export async function removeMapping(
  db: Db,
  { version, ...one }: OneMapping & { readonly version: number },
  stamp: Stamp,
): Promise<{ readonly version: number }> {
  return changed(db, one, async (trx, key, before) => {
    if (before.version !== version) throw new VersionMoved(String(before.version));
    const body = { type: 'mappingRemoved', mapping: key } as const;
    await writeCatalogue(trx, [{ subject: subjectOf(key), body }], stamp);
  });
}

type Found = NonNullable<Awaited<ReturnType<typeof mappingWith>>>;

function changed(
  db: Db,
  { agencies, kind, headings }: OneMapping,
  change: (trx: Trx, key: MappingKey, before: Found) => Promise<void>,
): Promise<{ readonly version: number }> {
  const sets = [headingSetOf(headings)];
  return db.transaction().execute(async (trx) => {
    const owner = await mappingWith(trx, agencies, kind, sets);
    if (!owner) throw new NoSuchRow();
    const key = { agency: owner.agency, kind, headingSet: owner.headingSet };
    await lockHeads(trx, [subjectOf(key)]);
    const before = await mappingWith(trx, [owner.agency], kind, sets);
    if (!before) throw new NoSuchRow();
    await change(trx, key, before);
    return { version: before.version };
  });
}

async function lastVersion(trx: Trx, { agency, kind, headingSet }: MappingKey): Promise<number> {
  const row = await trx
    .selectFrom('import_mapping')
    .select('version')
    .where('agency', '=', agency)
    .where('kind', '=', kind)
    .where('heading_set', '=', headingSet)
    .executeTakeFirst();
  return row?.version ?? 0;
}
