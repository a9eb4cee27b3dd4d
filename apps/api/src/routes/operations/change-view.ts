import type { AgencyRef } from '@tinhgon/database/queries/agency-refs';
import type { agencyChangeSchema } from '@tinhgon/rules/operation/agency-change';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import type { agencyChangeView } from '@tinhgon/rules/views/operation';
import type { z } from 'zod';

/** Leaves out what was not named: the change is kept as JSON. */
export const changeOf = ({ newAgency, ...change }: z.output<typeof agencyChangeSchema>): AgencyChange => ({
  ...change,
  ...(newAgency ? { newAgency } : {}),
});

export function changeView(
  { kind, from, to, effectiveOn, newAgency }: AgencyChange,
  refOf: (code: string) => AgencyRef,
): z.infer<typeof agencyChangeView> {
  const named = (code: string): AgencyRef =>
    code === newAgency?.code ? { code, name: { vi: newAgency.nameVi, en: newAgency.nameEn } } : refOf(code);
  return { kind, from: from.map(named), to: to.map(named), effectiveOn };
}
