import type { Instant, LegalDate } from '../day.ts';
import type { PersonRef } from '../person.ts';

/** A point is taken up in the draft, or it is explained why not. */
export const RESPONSES = ['accepted', 'explained'] as const;
export type ResponseKind = (typeof RESPONSES)[number];

/** One point of an answer; what it says, and what was said to it, stands in the events. */
export interface Point {
  /** Unique within the document. */
  readonly id: string;
  readonly response?: { readonly kind: ResponseKind; readonly by: PersonRef; readonly at: Instant };
}

export interface ConsultationAnswer {
  readonly answeredOn: LegalDate;
  /** Number and date of the letter, where a drafter recorded what came on paper. */
  readonly letter?: string;
  readonly recordedBy: PersonRef;
  /** Empty: agreed, nothing to say. */
  readonly points: readonly Point[];
}

/** One party that was asked for its opinion of a draft. */
export interface Consultation {
  /** Unique within the document. */
  readonly id: string;
  /** The agency or province that was asked; null is the public. */
  readonly agency: string | null;
  readonly askedOn: LegalDate;
  /** Until when it was asked to answer. */
  readonly by: LegalDate;
  readonly askedBy: PersonRef;
  readonly answer?: ConsultationAnswer;
}

interface Consulted {
  readonly consultations?: readonly Consultation[];
}

/** Of one document: its state travels with every run of its workflow. */
export const MAX_CONSULTATIONS = 300;
export const MAX_POINTS = 1_000;

export const consultationsOf = (state: Consulted): readonly Consultation[] => state.consultations ?? [];

export const pointsOf = (state: Consulted): readonly Point[] =>
  consultationsOf(state).flatMap((one) => one.answer?.points ?? []);

/** Points that nothing was said to yet. */
export const waitingPoints = (state: Consulted): readonly Point[] =>
  pointsOf(state).filter((point) => !point.response);

/** How a consultation stands: all asked, who answered, who did not, points and responses. */
export function consultationCounts(state: Consulted) {
  const asked = consultationsOf(state);
  const answered = asked.filter((one) => one.answer).length;
  const points = pointsOf(state).length;
  return {
    asked: asked.length,
    answered,
    unanswered: asked.length - answered,
    points,
    responded: points - waitingPoints(state).length,
  };
}
