import { storePlanContent } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import { heirOf } from '@tinhgon/database/queries/catalogue/ended-agency';
import { objectionToSavedDates } from '@tinhgon/rules/dates/arrival';
import { dayOf } from '@tinhgon/rules/day';
import type { PlanCommand, StampedPlanCommand } from '@tinhgon/rules/plan/command';
import { objectionToPlanCommand } from '@tinhgon/rules/plan/objections';
import { laneFor } from '@tinhgon/rules/plan/lanes';
import { leavesVersion } from '@tinhgon/rules/leaves-version';
import type { PlanState } from '@tinhgon/rules/plan/state';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { keepOthers, othersThan } from './check-others.ts';
import { fillCurrent } from './current-content.ts';
import { authorsOf } from './authors-of.ts';
import { checkWages } from './check-wages.ts';
import { checkRemarkLine } from './check-remark.ts';
import { give } from './give.ts';
import { partingOf, releaseCode } from './parting-of.ts';
import { planFacts } from './plan-facts.ts';
import { checkAgencies, checkDocuments, checkLevels, checkMeasures } from './references.ts';
import { storing, whileAnswering } from './storing.ts';
import { visiblePlan } from './subject-state.ts';

/** A person's command to a plan. Throws Refusal. */
export async function givePlanCommand(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: PlanCommand,
): Promise<CommandAnswer> {
  if (command.type !== 'split') return await stampAndGive(context, actor, code, command);
  try {
    const answer = await stampAndGive(context, actor, code, command);
    if (answer.projected) await releaseCode(context, actor, command.commandId);
    return answer;
  } catch (error) {
    const sure = error instanceof Refusal && error.rejection.code !== 'UNAVAILABLE';
    if (sure) await releaseCode(context, actor, command.commandId);
    throw error;
  }
}

async function stampAndGive(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: PlanCommand,
): Promise<CommandAnswer> {
  const standing = await visiblePlan(context, actor, code);
  const stamped = await stamp(context, actor, standing.state, command);
  // A client that is behind or repeats itself is the workflow's to judge; one that is up to date hears at once.
  if (!leavesVersion(command.type) && command.expectedVersion === standing.state.version) {
    const objection =
      objectionToPlanCommand(standing.state, stamped, new Date().toISOString()) ??
      objectionToSavedDates(standing.state, stamped);
    if (objection) throw new Refusal(objection);
  }
  return await give(context, 'plan', code, stamped);
}

async function stamp(
  context: RequestContext,
  actor: Actor,
  state: PlanState,
  command: PlanCommand,
): Promise<StampedPlanCommand> {
  switch (command.type) {
    case 'saveContent': {
      const { content: input, ...rest } = command;
      const filled = await storing(async () => {
        const today = dayOf(new Date().toISOString());
        const agencies = input.coAgencies.map((code, index) => ({
          code,
          field: `content.coAgencies.${index}`,
        }));
        await checkAgencies(context.db, agencies, today);
        await checkMeasures(context.db, input.measures, 'content.');
        await checkWages(context.db, input.measures, 'content.');
        checkLevels(input.measures, 'content.', today);
        const others = othersThan(state, laneFor(state, 'saveContent', actor, command.step));
        // What was written on an older version is refused as such.
        const isPart = others.size > 0 && command.expectedVersion === state.version;
        const kept = isPart ? await keepOthers(context, state, input, others) : input;
        const { content, facts } = planFacts(await fillCurrent(context.db, kept, others));
        await storePlanContent(context.db, content);
        return facts;
      });
      return { ...rest, facts: filled, actor };
    }
    case 'submit':
      // A document may have been refused or withdrawn since the plan named it.
      await whileAnswering(
        checkDocuments(
          context.db,
          state.measures.flatMap((measure, index) =>
            measure.documents.map((code, place) => ({ code, field: `measures.${index}.documents.${place}` })),
          ),
        ),
      );
      return { ...command, actor };
    case 'linkDocument':
      await storing(() =>
        checkDocuments(context.db, [{ code: command.documentCode, field: 'documentCode' }]),
      );
      return { ...command, actor };
    case 'split':
      return { ...command, parting: await partingOf(context, actor, state, command), actor };
    case 'reopen':
      return {
        ...command,
        evidenceAnew: true,
        ...(await storing(() => heirOf(context.db, state.leadAgency, dayOf(new Date().toISOString())))),
        actor,
      };
    case 'remark':
      await checkRemarkLine(context.db, state, command);
      return { ...command, actor };
    case 'confirmChanges':
      return {
        ...command,
        authors: await authorsOf(context, state, command.remarkIds),
        actor,
      };
    case 'reassign': {
      const assignee = await context.people.byId(command.to);
      if (!assignee) throw refuse('UNKNOWN_PERSON', { field: 'to' });
      return { ...command, assignee, actor };
    }
    default:
      return { ...command, actor };
  }
}
