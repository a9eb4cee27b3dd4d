import type { LocalName } from '@tinhgon/rules/views/common';
import type { Db } from '../schema.ts';

export interface AgencyRef {
  code: string;
  name: LocalName;
}

/** Names agencies by their codes; one that is not in the catalogue goes by its code. */
export async function agencyRefs(db: Db, codes: readonly string[]): Promise<(code: string) => AgencyRef> {
  const wanted = [...new Set(codes)];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('agency')
          .select(['code', 'name_vi', 'name_en'])
          .where('code', 'in', wanted)
          .execute();
  const names = new Map(rows.map((row) => [row.code, { vi: row.name_vi, en: row.name_en }]));
  return (code) => ({ code, name: names.get(code) ?? { vi: code, en: null } });
}
