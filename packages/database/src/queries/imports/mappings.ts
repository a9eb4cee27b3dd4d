import type { ImportKind } from '@tinhgon/rules/views/import';
import type { KeptMapping } from '@tinhgon/rules/views/import-mapping';
import type { Selectable } from 'kysely';
import type { Db, Schema } from '../../schema.ts';

type Row = Selectable<Schema['import_mapping']>;

const keptOf = ({
  kind,
  headings,
  mapping,
  version,
  name,
  recorded_at: at,
  recorded_by: by,
}: Row): KeptMapping => ({
  kind,
  headings,
  mapping,
  version,
  name,
  recorded: { at, by },
});

/** How the spreadsheets of these agencies are read, newest first. */
export async function listMappings(
  db: Db,
  agencies: readonly string[],
  kinds: readonly ImportKind[],
): Promise<KeptMapping[]> {
  const rows = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('agency', 'in', agencies)
    .where('kind', 'in', kinds)
    .where('removed', '=', false)
    .orderBy('recorded_at', 'desc')
    .orderBy('heading_set')
    .limit(200)
    .execute();
  return rows.map(keptOf);
}

/**
 * The mapping for one of these sets of headings, of the first of these agencies that has one; of several sets the
 * one saved last. `headingSet` says which it was.
 */
export async function mappingWith(
  db: Db,
  agencies: readonly string[],
  kind: ImportKind,
  headingSets: readonly string[],
): Promise<(KeptMapping & { readonly agency: string; readonly headingSet: string }) | null> {
  if (headingSets.length === 0) return null;
  const rows = await db
    .selectFrom('import_mapping')
    .selectAll()
    .where('agency', 'in', agencies)
    .where('kind', '=', kind)
    .where('heading_set', 'in', headingSets)
    .where('removed', '=', false)
    .orderBy('recorded_at', 'desc')
    .execute();
  const [row] = rows.toSorted((a, b) => agencies.indexOf(a.agency) - agencies.indexOf(b.agency));
  return row ? { ...keptOf(row), agency: row.agency, headingSet: row.heading_set } : null;
}
