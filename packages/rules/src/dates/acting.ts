import type { Actor, Held } from '../actor.ts';
import { reject, type Result } from '../errors.ts';
import { handsOf, type Represented } from '../person.ts';
import { neededAt, wayIn } from '../standing.ts';
import { assertNever } from '../vocabulary.ts';
import type { DateRequest } from './book.ts';
import { type Dated, openRequests } from './dated.ts';
import type { DateCommand } from './objections.ts';

/** Asking for a change is for the drafters of its agency. */
export const wayToAsk = ({ leadAgency, kind }: Dated, actor: Actor): Result<Held> =>
  wayIn(actor, { function: 'drafter', agency: leadAgency, subject: kind });

/** Four eyes: the decision is neither of who asked nor of anybody who drafted, nor made in their name. */
export const wayToDecide = (
  { decider, editors, kind }: Dated,
  { askedBy }: DateRequest,
  actor: Actor,
): Result<Held> => wayIn(actor, { ...decider, subject: kind }, [...editors, ...handsOf(askedBy)]);

/** Whoever answers for a delay: drafters, procedure control and leader of its agency, or who has the step. */
export function wayToExplain({ leadAgency, kind, openSteps }: Dated, actor: Actor): Result<Held> {
  const inAgency = (['drafter', 'procedure-control', 'minister'] as const).map((code) =>
    wayIn(actor, { function: code, agency: leadAgency, subject: kind }),
  );
  const atSteps = openSteps.map((step) => wayIn(actor, { ...neededAt(step), holder: null }));
  const open = [...inAgency, ...atSteps].filter((way) => way.ok);
  return open.find((way) => !way.value.onBehalfOf) ?? open[0] ?? reject('FORBIDDEN');
}

/** In whose name a command about dates is given; undefined where its author acts for themself. */
export function representedInDates(subject: Dated, command: DateCommand): Represented | undefined {
  const way = wayOf(subject, command);
  return way?.ok ? way.value.onBehalfOf : undefined;
}

function wayOf(subject: Dated, command: DateCommand): Result<Held> | undefined {
  const { actor } = command;
  switch (command.type) {
    case 'requestDateChange':
      return wayToAsk(subject, actor);
    case 'approveDateChange':
    case 'refuseDateChange': {
      const request = openRequests(subject).find(({ id }) => id === command.requestId);
      return request && wayToDecide(subject, request, actor);
    }
    case 'explainDelay':
      return wayToExplain(subject, actor);
    default:
      return assertNever(command);
  }
}
