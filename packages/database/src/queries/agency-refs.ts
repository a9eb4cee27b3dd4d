import type { LegalDate } from '@tinhgon/rules/day';
import type { LocalName } from '@tinhgon/rules/views/common';
import type { Db } from '../schema.ts';

export interface AgencyRef {
  code: string;
  name: LocalName;
}

/**
 * Names agencies by their codes, as they are called now or were on a day; one that is not in the catalogue goes by its
 * code.
 */
export async function agencyRefs(
  db: Db,
  codes: readonly string[],
  day: LegalDate | null = null,
): Promise<(code: string) => AgencyRef> {
  const wanted = [...new Set(codes)];
  const rows =
    wanted.length === 0
      ? []
      : await db
          .selectFrom('agency')
          .select(['code', 'name_vi', 'name_en', 'former_names'])
          .where('code', 'in', wanted)
          .execute();
  const names = new Map(
    rows.map(({ code, name_vi, name_en, former_names }) => {
      const former = former_names.find(({ until }) => day !== null && day <= until);
      return [code, former ? { vi: former.nameVi, en: former.nameEn } : { vi: name_vi, en: name_en }];
    }),
  );
  return (code) => ({ code, name: names.get(code) ?? { vi: code, en: null } });
}
