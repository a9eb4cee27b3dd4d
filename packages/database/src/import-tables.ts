import type { Instant } from '@tinhgon/rules/day';
import type { ColumnMapping } from '@tinhgon/rules/mapping/mapping';
import type { ImportKind } from '@tinhgon/rules/views/import';
import type { ColumnType } from 'kysely';

export interface ImportTables {
  /** The newest version of each; those before it stand in the record. */
  import_mapping: {
    agency: string;
    kind: ImportKind;
    /** Names the headings as a set, see `headingSetOf`. */
    heading_set: string;
    version: number;
    headings: ColumnType<string[], string, string>;
    mapping: ColumnType<ColumnMapping, string, string>;
    recorded_at: Instant;
    recorded_by: string;
    /** What its agency calls it. */
    name: string | null;
    /** Done away with: found no more. */
    removed: boolean;
  };
}
