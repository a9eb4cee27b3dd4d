import { storePlanContent } from '@tinhgon/database';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { chainOn } from '@tinhgon/database/queries/terms/chains';
import type { Actor } from '@tinhgon/rules/actor';
import type { StartPlanInput } from '@tinhgon/rules/content';
import { objectionToDateOrder } from '@tinhgon/rules/dates/arrival';
import { dayOf } from '@tinhgon/rules/day';
import { objectionToStarting } from '@tinhgon/rules/plan/start';
import { planChainId } from '@tinhgon/rules/default-chains';
import { planSubject } from '@tinhgon/workflows/subject/messages';
import { planStartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { beginSubject } from './begin.ts';
import { fillCurrent } from './current-content.ts';
import { checkWages } from './check-wages.ts';
import { planFacts } from './plan-facts.ts';
import { checkAgencies, checkLevels, checkMeasures, checkProgramme } from './references.ts';
import { storing } from './storing.ts';

/** Starts a plan for the actor's own agency. Throws Refusal. */
export async function beginPlan(
  context: RequestContext,
  actor: Actor,
  input: StartPlanInput & { readonly commandId: string },
) {
  const { db, deployment, taskQueue } = context;
  const { code, programme, year, leadAgency, approvalLevel, commandId } = input;
  const { facts, calendar, chain } = await storing(async () => {
    const today = dayOf(new Date().toISOString());
    const coAgencies = input.coAgencies.map((agency, index) => ({
      code: agency,
      field: `coAgencies.${index}`,
    }));
    await checkAgencies(db, [{ code: leadAgency, field: 'leadAgency' }, ...coAgencies], today);
    const objection = objectionToStarting(actor, leadAgency, 'plan');
    if (objection) throw new Refusal(objection);
    await checkProgramme(db, programme, today);
    await checkMeasures(db, input.measures, '');
    await checkWages(db, input.measures, '');
    checkLevels(input.measures, '', today);
    const { content, facts } = planFacts(await fillCurrent(db, input));
    const order = objectionToDateOrder(facts.header);
    if (order) throw new Refusal(order);
    await storePlanContent(db, content);
    return {
      facts,
      calendar: await currentCalendar(db),
      chain: await chainOn(db, planChainId({ approvalLevel }), today),
    };
  });
  return await beginSubject(context, {
    actor,
    commandId,
    code,
    prefix: `${leadAgency}-${year}`,
    subjectOf: planSubject,
    startOf: (given) => {
      const begin = context.sign(planSubject(given), {
        code: given,
        programme,
        year,
        leadAgency,
        approvalLevel,
        facts,
        calendar,
        chain,
        actor,
        commandId,
      });
      return { begin, start: planStartOptions({ deployment, begin }, taskQueue) };
    },
  });
}
