import type { Heir } from '@tinhgon/rules/heir';
import type { LegalDate } from '@tinhgon/rules/day';
import type { Db } from '../../schema.ts';
import { agencyByCode } from './agencies.ts';

/** More have never followed each other; a ring in the catalogue ends here too. */
const MOST_SUCCESSORS = 20;

/** What became of an agency that has ended before a day: who has its work on that day, if anybody. Null for any other. */
export async function endedAgency(
  db: Db,
  code: string,
  day: LegalDate,
): Promise<Record<string, string> | null> {
  const agency = await agencyByCode(db, code);
  if (!agency || agency.to === null || agency.to >= day) return null;
  const told = { code, agency: agency.nameVi, until: agency.to };
  let next = agency;
  for (let n = 0; n < MOST_SUCCESSORS && next.to !== null && next.to < day; n += 1) {
    const successor = next.successor === null ? null : await agencyByCode(db, next.successor);
    if (!successor) return { ...told, reason: 'noSuccessor' };
    next = successor;
  }
  const stands = next.to === null || next.to >= day;
  return stands
    ? { ...told, successor: next.code, successorName: next.nameVi }
    : { ...told, reason: 'noSuccessor' };
}

/** Who has the work of an agency that has ended before a day; nothing for one that is there, or that nobody follows. */
export async function heirOf(db: Db, code: string, day: LegalDate): Promise<{ readonly heir?: Heir }> {
  const ended = await endedAgency(db, code, day);
  return ended?.['successor'] ? { heir: { from: code, to: ended['successor'] } } : {};
}
