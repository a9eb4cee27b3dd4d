import { headingSetOf } from '@tinhgon/rules/mapping/mapping';
import type { MappingInput } from '@tinhgon/rules/views/import-mapping';
import { lockHeads } from '../events/append-events.ts';
import { mappingWith } from '../queries/imports/mappings.ts';
import type { Db } from '../schema.ts';
import { VersionMoved } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

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
  return db.transaction().execute(async (trx) => {
    // Subjects stand in addresses: a few characters of the hash name the headings well enough.
    const subject = `mapping/${agency}/${input.kind}/${headingSet.slice(0, 16)}`;
    await lockHeads(trx, [subject]);
    const before = await mappingWith(trx, [agency], input.kind, [headingSet]);
    if (isSame(before?.mapping, input.mapping)) return { version: before?.version ?? 0 };
    const newest = before?.version ?? 0;
    if (newest !== basedOn) throw new VersionMoved(String(newest));
    const mapping = { ...input, agency, headingSet, version: newest + 1 };
    await writeCatalogue(trx, [{ subject, body: { type: 'mappingSaved', mapping } }], stamp);
    return { version: mapping.version };
  });
}
