import type { Actor } from '@tinhgon/rules/actor';
import { agenciesOf } from '@tinhgon/rules/speaking';
import { type RawBuilder, sql } from 'kysely';

/** `maySeeInspection` (rules/inspection/objections.ts) as a condition on rows of `inspection`. */
export function visibleInspections(actor: Actor, alias = 'inspection'): RawBuilder<boolean> {
  if (actor.roles.some((role) => role !== 'administrator')) return sql<boolean>`true`;
  return sql<boolean>`${sql.ref(`${alias}.agency`)} = any(${agenciesOf(actor)}::text[])`;
}
