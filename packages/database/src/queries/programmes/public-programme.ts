import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import { publicView, type PublicView } from '@tinhgon/rules/views/public';
import type { Db } from '../../schema.ts';
import { programmeByCode } from '../catalogue/programmes.ts';
import { debt } from '../where-it-stands/debt.ts';
import { totals } from './totals.ts';

/** What anyone may read of a programme; null where there is none, or it was not made public. */
export async function publicProgramme(
  db: Db,
  code: string,
  asked: AsAt & { readonly calendar: WorkingCalendar; readonly evaluation: boolean },
): Promise<PublicView | null> {
  const programme = await programmeByCode(db, code);
  if (!programme || programme.publicLicence === null) return null;
  const whole = await totals(db, code, asked);
  if (!whole) return null;
  const { documents } = await debt(db, { ...asked, programme: code });
  // Parsed, so that only what the public view names goes out.
  return publicView.parse({
    ...whole,
    evaluation: asked.evaluation,
    licence: programme.publicLicence,
    late: documents,
  });
}
