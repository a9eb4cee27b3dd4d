import { personById } from '@tinhgon/database';
import { agencyRefs } from '@tinhgon/database/queries/agency-refs';
import { leavingFacts, type LeavingStep } from '@tinhgon/database/queries/leaving/leaving-facts';
import { leavingOf } from '@tinhgon/database/queries/leaving/leaving-of';
import { titlesOf } from '@tinhgon/database/queries/operations/titles';
import type { Actor } from '@tinhgon/rules/actor';
import {
  type Destination,
  destinationOf,
  type LeavingChoices,
  objectionToLeaving,
} from '@tinhgon/rules/leaving';
import type { PersonRef } from '@tinhgon/rules/person';
import type { LeavingView } from '@tinhgon/rules/views/leaving';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { today } from '../routes/as-at.ts';

type Step = LeavingStep & { readonly goesTo: Destination; readonly seen: boolean };

/**
 * Everything somebody has and where each open step would go under these choices, with whether the reader sees the
 * plan or document it is about. Throws Refusal.
 */
export async function lookAtLeaving(
  { db, people }: Pick<RequestContext, 'db' | 'people'>,
  actor: Actor,
  personId: string,
  choices: LeavingChoices,
) {
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
  const [facts, operation] = await Promise.all([
    leavingFacts(db, personId, today()),
    leavingOf(db, personId),
  ]);
  const titles = await titlesOf(
    db,
    actor,
    facts.steps.map(({ subject, code }) => `${subject}/${code}`),
  );
  const assignments = facts.assignments.map((held) => ({ ...held, agency: held.agency?.code ?? null }));
  const steps = facts.steps.map((step): Step => {
    const seen = titles.has(`${step.subject}/${step.code}`);
    // Nobody chooses for a step they do not see: whether it is there stays unsaid.
    const goesTo = destinationOf(step, assignments, seen ? choices : { ...choices, items: {} });
    return { ...step, goesTo, seen };
  });
  return { ...facts, person, names, steps, operation };
}

/** The same as it is shown: steps of plans the reader may not see are only counted. */
export async function previewLeaving(
  context: Pick<RequestContext, 'db' | 'people'>,
  actor: Actor,
  personId: string,
  choices: LeavingChoices,
): Promise<LeavingView> {
  const found = await lookAtLeaving(context, actor, personId, choices);
  const { person, names, steps, assignments, delegations, drafts, colleagues, operation } = found;
  const refOf = await agencyRefs(context.db, [person.agency, ...steps.flatMap(({ agency }) => agency ?? [])]);
  return {
    person: { id: person.id, name: person.name, agency: refOf(person.agency), active: person.active },
    items: steps.filter(({ seen }) => seen).map((step) => shown(step, names)),
    unseen: [
      ...Map.groupBy(
        steps.filter(({ seen }) => !seen),
        placeOf,
      ).values(),
    ].flatMap((same) => {
      const [first] = same;
      if (!first) return [];
      return {
        function: first.function,
        agency: first.agency === null ? null : refOf(first.agency),
        held: same.filter(({ held }) => held).length,
        alone: same.filter(({ held }) => !held).length,
        unsettled: same.filter(({ goesTo }) => goesTo === null).length,
      };
    }),
    assignments: assignments.map((held) => ({
      ...held,
      successor: names.get(choices.successors[held.id] ?? '') ?? null,
    })),
    delegations,
    drafts,
    colleagues,
    ready: steps.every(({ goesTo }) => goesTo !== null),
    operation,
  };
}

const placeOf = ({ function: held, agency }: Step): string => `${held} ${agency ?? ''}`;

function shown(
  { id, subject, code, title, step, held, candidates, goesTo }: Step,
  names: ReadonlyMap<string, PersonRef>,
): LeavingView['items'][number] {
  const personOf = (who: string) =>
    names.get(who) ?? candidates.find((one) => one.id === who) ?? { id: who, name: who };
  return {
    id,
    subject,
    code,
    title,
    step,
    held,
    candidates: [...candidates],
    goesTo: goesTo?.kind === 'person' ? { kind: 'person', person: personOf(goesTo.personId) } : goesTo,
  };
}
