import type { Actor } from './actor.ts';

/** Agencies somebody is of: their own, and those they hold a function for. A substitute stands in at steps, not here. */
export const agenciesOf = ({ agency, assignments }: Actor): string[] => [
  ...new Set([
    agency,
    ...assignments.flatMap((held) => (held.agency === null || held.onBehalfOf ? [] : [held.agency])),
  ]),
];

/** Who speaks for an agency: those who are of it. Auditors speak for nobody. */
export const speaksFor = (actor: Actor, agency: string): boolean =>
  !isAuditor(actor) && agenciesOf(actor).includes(agency);

export const isOffice = (actor: Actor): boolean => actor.roles.includes('programme-office');

/** Who leads from above: the programme office and supervisors. */
export const leads = (actor: Actor): boolean => isOffice(actor) || actor.roles.includes('supervisor');

export const isAuditor = (actor: Actor): boolean => actor.roles.includes('auditor');
