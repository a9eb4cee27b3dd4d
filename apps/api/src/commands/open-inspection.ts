import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf, yearOf } from '@tinhgon/rules/day';
import type { OpenInspection } from '@tinhgon/rules/inspection/command';
import { objectionToInspecting, objectionToOpening } from '@tinhgon/rules/inspection/objections';
import { personRef } from '@tinhgon/rules/person';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { inspectionStartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { beginSubject } from './begin.ts';
import { checkInspectable } from './bottleneck-references.ts';
import { storing } from './storing.ts';

/** Opens an inspection of a ministry or province. Throws Refusal. */
export async function openInspection(
  context: RequestContext,
  actor: Actor,
  input: OpenInspection & { readonly commandId: string },
) {
  const { db, deployment, taskQueue } = context;
  const { commandId, ...asked } = input;
  const today = dayOf(new Date().toISOString());
  // Who may not open any hears that before hearing what is wrong with this one.
  const closedDoor = objectionToInspecting(actor, asked.agency);
  if (closedDoor?.code === 'FORBIDDEN') throw new Refusal(closedDoor);
  const others = asked.members.filter((id, index) => id !== actor.id && asked.members.indexOf(id) === index);
  const members = await storing(async () => {
    await checkInspectable(db, asked.agency, today);
    return await Promise.all(others.map((id) => memberOf(context, id, asked.members.indexOf(id))));
  });
  const objection = objectionToOpening(actor, { ...asked, members: others }, members);
  if (objection) throw new Refusal(objection);
  const calendar = await storing(() => currentCalendar(db));
  return await beginSubject(context, {
    actor,
    commandId,
    code: undefined,
    prefix: `${asked.agency}-KT-${yearOf(today)}`,
    subjectOf: (code) => subjectOf('inspection', code),
    startOf: (code) => {
      const inspectors = members.map((member) => personRef(member));
      const begin = context.sign(subjectOf('inspection', code), {
        ...asked,
        members: inspectors,
        code,
        calendar,
        actor,
        commandId,
      });
      return { begin, start: inspectionStartOptions({ deployment, begin }, taskQueue) };
    },
  });
}

async function memberOf({ people }: RequestContext, id: string, place: number): Promise<Actor> {
  const member = await people.byId(id);
  if (!member) throw refuse('UNKNOWN_PERSON', { field: `members.${place}` });
  return member;
}
