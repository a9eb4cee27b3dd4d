import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import type { Db } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import type { RaiseBottleneck } from '@tinhgon/rules/bottleneck/command';
import { objectionToRaising } from '@tinhgon/rules/bottleneck/objections';
import { dayOf, yearOf } from '@tinhgon/rules/day';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { bottleneckStartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { beginSubject } from './begin.ts';
import { checkResponsible, checkStandsOn } from './bottleneck-references.ts';
import { checkAgencies } from './references.ts';
import { storing } from './storing.ts';

/** Raises a bottleneck; anybody signed in may, on what they see. Throws Refusal. */
export async function raiseBottleneck(
  context: RequestContext,
  actor: Actor,
  input: RaiseBottleneck & { readonly commandId: string },
) {
  const { db, deployment, taskQueue } = context;
  const { commandId, ...facts } = input;
  const now = new Date().toISOString();
  const objection = objectionToRaising(actor, facts, now);
  if (objection) throw new Refusal(objection);
  await storing(async () => {
    await checkAgencies(db, [{ code: facts.responsible, field: 'responsible' }], dayOf(now));
    await checkStandsOn(db, actor, facts.on);
    await checkResponsible(db, facts.on, facts.responsible);
    if (facts.campaign !== null) await checkAsked(db, actor, facts.campaign);
  });
  const calendar = await storing(() => currentCalendar(db));
  return await beginSubject(context, {
    actor,
    commandId,
    code: undefined,
    prefix: `${actor.agency}-VM-${yearOf(dayOf(now))}`,
    subjectOf: (code) => subjectOf('bottleneck', code),
    startOf: (code) => {
      const begin = context.sign(subjectOf('bottleneck', code), {
        ...facts,
        code,
        calendar,
        actor,
        commandId,
      });
      return { begin, start: bottleneckStartOptions({ deployment, begin }, taskQueue) };
    },
  });
}

/** Within a campaign only the agencies asked raise bottlenecks. Throws Refusal UNKNOWN_CAMPAIGN or NOT_ASKED. */
async function checkAsked(db: Db, actor: Actor, code: string): Promise<void> {
  const row = await db.selectFrom('campaign').select('asked').where('code', '=', code).executeTakeFirst();
  if (!row) throw refuse('UNKNOWN_CAMPAIGN', { field: 'campaign' });
  if (!row.asked.includes(actor.agency)) throw refuse('NOT_ASKED', { field: 'campaign' });
}
