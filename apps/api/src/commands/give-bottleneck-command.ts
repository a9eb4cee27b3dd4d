import { maySeePlan } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import type { BottleneckCommand } from '@tinhgon/rules/bottleneck/command';
import { objectionToBottleneckCommand } from '@tinhgon/rules/bottleneck/objections';
import { dayOf } from '@tinhgon/rules/day';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { within } from '../errors/database-silent.ts';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { give } from './give.ts';
import { checkResponsible } from './bottleneck-references.ts';
import { checkAgencies } from './references.ts';
import { storing } from './storing.ts';
import { PATIENCE_MS, standingOf } from './subject-state.ts';

/** A person's command to a bottleneck. Throws Refusal; one on a plan that does not exist for them is NOT_FOUND. */
export async function giveBottleneckCommand(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: BottleneckCommand,
): Promise<CommandAnswer> {
  const { db } = context;
  const { state } = await standingOf(context, 'bottleneck', code);
  const { on } = state;
  if (on.kind === 'plan' && !(await within(PATIENCE_MS, maySeePlan(db, actor, on.code)))) {
    throw refuse('NOT_FOUND');
  }
  const now = new Date().toISOString();
  const stamped = { ...command, actor };
  // A client that is behind or repeats itself is the workflow's to judge; one that is up to date hears at once.
  if (command.type !== 'comment' && command.expectedVersion === state.version) {
    const objection = objectionToBottleneckCommand(state, stamped, now);
    if (objection) throw new Refusal(objection);
  }
  if (command.type === 'reassign') {
    const { responsible } = command;
    await storing(async () => {
      await checkAgencies(db, [{ code: responsible, field: 'responsible' }], dayOf(now));
      await checkResponsible(db, on, responsible);
    });
  }
  return await give(context, 'bottleneck', code, stamped);
}
