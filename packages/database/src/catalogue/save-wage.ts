import { takenSource, type WageInput, type WageSource } from '@tinhgon/rules/cost/wage';
import { lockHeads } from '../events/append-events.ts';
import { newestWageVersion } from '../queries/terms/wages.ts';
import type { Db } from '../schema.ts';
import { VersionMoved } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

interface SavedWage {
  readonly code: string;
  readonly version: number;
  /** The source whose value is taken. */
  readonly taken: WageSource;
}

/** Enters the next version of a wage; sent again it is the same version. @throws VersionMoved */
export async function saveWage(
  db: Db,
  { basedOn, reason, ...wage }: WageInput,
  stamp: Stamp,
): Promise<SavedWage> {
  const taken = takenSource(wage.sources);
  if (!taken) throw new RangeError('a wage has at least one source');
  return db.transaction().execute(async (trx) => {
    const subject = `wage/${wage.code}`;
    await lockHeads(trx, [subject]);
    const newest = await newestWageVersion(trx, wage.code);
    if (newest === basedOn + 1 && (await isWage(trx, newest, wage))) {
      return { code: wage.code, version: newest, taken };
    }
    if (newest !== basedOn) throw new VersionMoved(String(newest));
    const version = newest + 1;
    const body = { type: 'wageSaved', wage: { ...wage, version }, reason } as const;
    await writeCatalogue(trx, [{ subject, body }], stamp);
    return { code: wage.code, version, taken };
  });
}

/** Whether that version is what is sent: after a time-out its author cannot know that it was kept. */
async function isWage(
  db: Db,
  version: number,
  sent: Omit<WageInput, 'basedOn' | 'reason'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('wage_version')
    .select(['code', 'name_vi as nameVi', 'name_en as nameEn', 'sources', 'from', 'to'])
    .where('code', '=', sent.code)
    .where('version', '=', version)
    .executeTakeFirst();
  return isSame(row, sent);
}
