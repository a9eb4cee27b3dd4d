import type { Actor } from '@tinhgon/rules/actor';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { remarksOf } from '@tinhgon/rules/remark/state';
import type { RequestContext } from '../request-context.ts';

/** Who the authors of these remarks are today; whoever has left is missing. */
export async function authorsOf(
  { people }: Pick<RequestContext, 'people'>,
  state: PlanState | DocumentState,
  remarkIds: readonly string[],
): Promise<Actor[]> {
  const named = remarksOf(state).filter(({ id }) => remarkIds.includes(id));
  const authors = await Promise.all([...new Set(named.map(({ by }) => by.id))].map((id) => people.byId(id)));
  return authors.filter((author) => author !== null);
}
