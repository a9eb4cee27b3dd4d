import type { Actor } from '@tinhgon/rules/actor';
import type { InspectionCommand, StampedInspectionCommand } from '@tinhgon/rules/inspection/command';
import {
  maySeeInspection,
  objectionToInspecting,
  objectionToInspectionCommand,
} from '@tinhgon/rules/inspection/objections';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { give } from './give.ts';
import { checkPlanOf } from './bottleneck-references.ts';
import { storing } from './storing.ts';
import { standingOf } from './subject-state.ts';

/** A person's command to an inspection. Throws Refusal; one they may not see is NOT_FOUND. */
export async function giveInspectionCommand(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: InspectionCommand,
): Promise<CommandAnswer> {
  const { state } = await standingOf(context, 'inspection', code);
  if (!maySeeInspection(actor, state.agency)) throw refuse('NOT_FOUND');
  const stamped = await stampedFor(context, actor, state.agency, command);
  // A client that is behind or repeats itself is the workflow's to judge; one that is up to date hears at once.
  if (command.expectedVersion === state.version) {
    const objection = objectionToInspectionCommand(state, stamped, new Date().toISOString());
    if (objection) throw new Refusal(objection);
  }
  if (command.type === 'noteFinding' && command.planCode !== null) {
    const { planCode } = command;
    await storing(() => checkPlanOf(context.db, planCode, state.agency));
  }
  return await give(context, 'inspection', code, stamped);
}

/** Who may not name inspectors does not hear either who there is. */
async function stampedFor(
  { people }: RequestContext,
  actor: Actor,
  agency: string,
  command: InspectionCommand,
): Promise<StampedInspectionCommand> {
  if (command.type !== 'nameInspector') return { ...command, actor };
  const closedDoor = objectionToInspecting(actor, agency);
  if (closedDoor) throw new Refusal(closedDoor);
  const assignee = await people.byId(command.to);
  if (!assignee) throw refuse('UNKNOWN_PERSON', { field: 'to' });
  return { ...command, actor, assignee };
}
