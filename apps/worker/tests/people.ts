import type { Actor } from '@tinhgon/rules/actor';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';

export const MINISTRY = 'BTP';

const person = (id: string, ...functions: FunctionCode[]): Actor => ({
  id,
  name: `Nguyễn ${id}`,
  agency: MINISTRY,
  roles: [],
  assignments: functions.map((held) => ({ function: held, agency: MINISTRY })),
});

/** Drafts plans and documents. */
export const lan = person('lan', 'drafter');
export const drafter2 = person('an', 'drafter');
export const control = person('minh', 'procedure-control');
export const minister = person('hoa', 'minister');
export const legal = person('phap', 'legal-department');
export const display = person('niem', 'public-display');

/** `substitute` with what `absent` holds, as the API stamps them. */
export function standingIn(absent: Actor, substitute: Actor): Actor {
  const onBehalfOf = {
    id: absent.id,
    name: absent.name,
    form: 'KT',
    delegationId: '00000000-0000-4000-8000-000000000001',
  } as const;
  const given = absent.assignments.map((held) => ({ ...held, onBehalfOf, until: '2100-12-31' }));
  return { ...substitute, assignments: [...substitute.assignments, ...given] };
}
/** Keeps chains and calendars. */
export const keeper: Actor = { ...person('quan-tri'), roles: ['administrator'] };
