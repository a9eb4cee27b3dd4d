import { personById } from '@tinhgon/database';
import { agencyRefs } from '@tinhgon/database/queries/agency-refs';
import { leavingFacts } from '@tinhgon/database/queries/leaving/leaving-facts';
import type { Actor } from '@tinhgon/rules/actor';
import { destinationOf, type LeavingChoices, objectionToLeaving } from '@tinhgon/rules/leaving';
import type { PersonRef } from '@tinhgon/rules/person';
import type { Person } from '@tinhgon/rules/views/catalogue';
import type { LeavingView } from '@tinhgon/rules/views/leaving';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { today } from '../routes/as-at.ts';

/** Where everything somebody has would go under these choices. Throws Refusal. */
export async function previewLeaving(
  { db, people }: Pick<RequestContext, 'db' | 'people'>,
  actor: Actor,
  personId: string,
  choices: LeavingChoices,
): Promise<{ person: Person; view: LeavingView }> {
  const person = await personById(db, personId);
  if (!person) throw refuse('NOT_FOUND', { field: 'id' });
  const objection = objectionToLeaving(actor, person, choices);
  if (objection) throw new Refusal(objection);
  const names = new Map<string, PersonRef>();
  for (const [assignment, id] of Object.entries(choices.successors)) {
    const successor = await people.byId(id);
    if (!successor) throw refuse('UNKNOWN_PERSON', { field: `successors.${assignment}` });
    names.set(id, { id, name: successor.name });
  }
  const [facts, refOf] = await Promise.all([
    leavingFacts(db, personId, today()),
    agencyRefs(db, [person.agency]),
  ]);
  const assignments = facts.assignments.map((held) => ({ ...held, agency: held.agency?.code ?? null }));
  const items = facts.steps.map((step) => {
    const goes = destinationOf(step, assignments, choices);
    const personOf = (id: string) => names.get(id) ?? step.candidates.find((one) => one.id === id);
    const { id, subject, code, title, step: key, held, candidates } = step;
    return {
      id,
      subject,
      code,
      title,
      step: key,
      held,
      candidates: [...candidates],
      goesTo:
        goes?.kind === 'person'
          ? {
              kind: 'person' as const,
              person: personOf(goes.personId) ?? { id: goes.personId, name: goes.personId },
            }
          : goes,
    };
  });
  return {
    person,
    view: {
      person: { id: person.id, name: person.name, agency: refOf(person.agency), active: person.active },
      items,
      assignments: facts.assignments.map((held) => ({
        ...held,
        successor: names.get(choices.successors[held.id] ?? '') ?? null,
      })),
      delegations: facts.delegations,
      drafts: facts.drafts,
      colleagues: facts.colleagues,
      ready: items.every(({ goesTo }) => goesTo !== null),
    },
  };
}
