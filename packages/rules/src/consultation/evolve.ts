import { doer } from '../person.ts';
import type { EventEnvelope } from '../plan/event.ts';
import { assertNever } from '../vocabulary.ts';
import type { ConsultationEventBody } from './event.ts';
import type { Consultation } from './state.ts';

/** The consultations of a document after one more event about them. */
export function evolveConsultations(
  before: readonly Consultation[],
  event: ConsultationEventBody & EventEnvelope,
): readonly Consultation[] {
  switch (event.type) {
    case 'consultationAsked': {
      const { asked, askedOn, by } = event;
      return [...before, ...asked.map((one) => ({ ...one, askedOn, by, askedBy: doer(event) }))];
    }
    case 'consultationAnswered': {
      const { answeredOn, letter, points } = event;
      const answer = {
        answeredOn,
        ...(letter === undefined ? {} : { letter }),
        recordedBy: doer(event),
        points: points.map(({ id }) => ({ id })),
      };
      return before.map((one) => (one.id === event.consultationId ? { ...one, answer } : one));
    }
    case 'pointResponded': {
      const response = { kind: event.response, by: doer(event), at: event.at };
      return before.map((one) =>
        one.answer?.points.some(({ id }) => id === event.pointId)
          ? {
              ...one,
              answer: {
                ...one.answer,
                points: one.answer.points.map((point) =>
                  point.id === event.pointId ? { ...point, response } : point,
                ),
              },
            }
          : one,
      );
    }
    default:
      return assertNever(event);
  }
}
