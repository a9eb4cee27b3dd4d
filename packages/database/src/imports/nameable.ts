import type { LocalName } from '@tinhgon/rules/views/common';
import type { Db } from '../schema.ts';

/** Something a spreadsheet may name instead of giving its code; `others`: what it was called before. */
export interface Nameable {
  readonly code: string;
  readonly name: LocalName;
  readonly others: readonly string[];
}

/** Agencies, past ones included, and programmes. */
export async function nameables(db: Db): Promise<Readonly<Record<'agency' | 'programme', Nameable[]>>> {
  const [agencies, programmes] = await Promise.all([
    db.selectFrom('agency').select(['code', 'name_vi', 'name_en', 'former_names']).orderBy('code').execute(),
    db.selectFrom('programme').select(['code', 'name_vi', 'name_en']).orderBy('code').execute(),
  ]);
  return {
    agency: agencies.map(({ code, name_vi: vi, name_en: en, former_names: former }) => ({
      code,
      name: { vi, en },
      others: former.flatMap(({ nameVi, nameEn }) => (nameEn ? [nameVi, nameEn] : [nameVi])),
    })),
    programme: programmes.map(({ code, name_vi: vi, name_en: en }) => ({
      code,
      name: { vi, en },
      others: [],
    })),
  };
}
