import type { Actor } from '@tinhgon/rules/actor';
import { type RawBuilder, sql } from 'kysely';
import { visiblePlans } from '../plans/visible-plans.ts';

/** What stands on a plan exists for those for whom the plan does; what stands on anything else for everyone. */
export const visibleBottlenecks = (actor: Actor, alias = 'bottleneck'): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(`${alias}.on_kind`)} <> 'plan'
  or exists (
    select from plan its_plan
    where its_plan.code = ${sql.ref(`${alias}.on_code`)} and ${visiblePlans(actor, 'its_plan')}))`;
