import { type AgencyRef, agencyRefs } from '@tinhgon/database/queries/agency-refs';
import type { Db } from '@tinhgon/database/schema';
import { addDays } from '@tinhgon/rules/day';
import type { agencyChangeSchema } from '@tinhgon/rules/operation/agency-change';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { agencyChangeView } from '@tinhgon/rules/views/operation';
import type { z } from 'zod';

/** Leaves out what was not named: the change is kept as JSON. */
export const changeOf = ({
  newAgency,
  newName,
  ...change
}: z.output<typeof agencyChangeSchema>): AgencyChange => ({
  ...change,
  ...(newAgency ? { newAgency } : {}),
  ...(newName ? { newName } : {}),
});

/** Each agency under the name it bore or gets: one that keeps its code has two. */
export async function changeView(
  db: Db,
  { kind, from, to, effectiveOn, newAgency, newName }: AgencyChange,
): Promise<z.infer<typeof agencyChangeView>> {
  const [before, after] = await Promise.all([
    agencyRefs(db, from, addDays(effectiveOn, -1)),
    agencyRefs(db, to),
  ]);
  const entered = newAgency ?? newName;
  const named = (code: string): AgencyRef =>
    entered && to.includes(code) ? { code, name: { vi: entered.nameVi, en: entered.nameEn } } : after(code);
  return { kind, from: from.map(before), to: to.map(named), effectiveOn };
}
