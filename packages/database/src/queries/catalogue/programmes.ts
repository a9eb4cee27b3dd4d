import type { Programme } from '@tinhgon/rules/views/catalogue';
import type { Db, Schema } from '../../schema.ts';

const programmeOf = (row: Schema['programme']): Programme => ({
  code: row.code,
  nameVi: row.name_vi,
  nameEn: row.name_en,
  from: row.from,
  to: row.to,
  publicLicence: row.public_licence,
});

export async function programmeByCode(db: Db, code: string): Promise<Programme | null> {
  const row = await db.selectFrom('programme').selectAll().where('code', '=', code).executeTakeFirst();
  return row ? programmeOf(row) : null;
}

/** Newest first. */
export async function listProgrammes(db: Db): Promise<Programme[]> {
  const rows = await db.selectFrom('programme').selectAll().orderBy('from', 'desc').orderBy('code').execute();
  return rows.map(programmeOf);
}
