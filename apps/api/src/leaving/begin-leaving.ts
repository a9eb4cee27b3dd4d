import { uuidOf } from '@tinhgon/database/operations/fix-items';
import { operationById } from '@tinhgon/database/operations/work-through';
import type { Actor } from '@tinhgon/rules/actor';
import type { LeavingChoices } from '@tinhgon/rules/leaving';
import { leavingItems } from '@tinhgon/rules/operation/leaving-items';
import { enterOperation } from '../commands/begin-agency-change.ts';
import { refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { today } from '../routes/as-at.ts';
import { lookAtLeaving } from './preview-leaving.ts';

/**
 * Begins to see somebody off: the list is what the dry run showed, fixed in this moment. Sent again it is the same
 * operation. Throws Refusal while a step would have nobody left, or while another operation sees them off.
 */
export async function beginLeaving(
  { db, people }: Pick<RequestContext, 'db' | 'people'>,
  actor: Actor,
  personId: string,
  { commandId: id, choices }: { readonly commandId: string; readonly choices: LeavingChoices },
): Promise<{ id: string }> {
  const { person, steps, assignments, delegations, operation } = await lookAtLeaving(
    { db, people },
    actor,
    personId,
    choices,
  );
  const parameters = { of: 'leaving', person: { id: person.id, name: person.name }, choices } as const;
  // Repeated: what it began with has changed since.
  const isRepeated = (await operationById(db, id)) !== null;
  if (!isRepeated) {
    if (operation !== null) throw refuse('LEAVING_UNDERWAY', { details: { operation } });
    const open = steps.filter(({ goesTo }) => goesTo === null);
    if (open.length > 0) {
      const named = open.flatMap(({ seen, code }) => (seen ? [code] : []));
      throw refuse('NO_HOLDER_LEFT', {
        field: 'successors',
        details: { count: open.length, items: named.join(', ') },
      });
    }
  }
  const items = leavingItems(
    {
      personId,
      active: person.active,
      steps: steps.filter(({ held }) => held),
      assignments: assignments.map(({ id: held, function: of, agency, from, to }) => ({
        id: held,
        function: of,
        agency: agency?.code ?? null,
        from,
        to,
        successor: choices.successors[held] ?? null,
      })),
      delegations: delegations.map((one) => one.id),
    },
    today(),
    (continued) => uuidOf([id, 'continues', continued]),
  );
  await enterOperation(db, actor, { id, kind: 'leaving', parameters, startsAt: null, items });
  return { id };
}
