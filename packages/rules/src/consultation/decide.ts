import { dayOf, type Instant } from '../day.ts';
import type { DocumentState } from '../document/state.ts';
import { assertNever } from '../vocabulary.ts';
import type { ConsultationCommand } from './command.ts';
import type { ConsultationEventBody } from './event.ts';
import { consultationsOf } from './state.ts';

/** What a command leaves in the record, once nothing speaks against it. Numbers count up within the document. */
export function consultationEvent(
  state: DocumentState,
  command: ConsultationCommand,
  now: Instant,
): ConsultationEventBody {
  const before = consultationsOf(state);
  switch (command.type) {
    case 'askConsultation': {
      const parties = [...command.agencies, ...(command.public ? [null] : [])];
      return {
        type: 'consultationAsked',
        asked: parties.map((agency, index) => ({ id: String(before.length + index + 1), agency })),
        askedOn: dayOf(now),
        by: command.by,
        ...(command.note ? { note: command.note } : {}),
      };
    }
    case 'answerConsultation': {
      const { consultationId, answeredOn, letter, points } = command;
      return {
        type: 'consultationAnswered',
        consultationId,
        agency: before.find(({ id }) => id === consultationId)?.agency ?? null,
        answeredOn,
        ...(letter ? { letter } : {}),
        points: points.map((text, index) => ({ id: `${consultationId}.${index + 1}`, text })),
      };
    }
    case 'respondToPoint': {
      const { pointId, response, text } = command;
      return { type: 'pointResponded', pointId, response, text };
    }
    default:
      return assertNever(command);
  }
}
