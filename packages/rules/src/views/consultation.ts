import { z } from 'zod';
import { RESPONSES } from '../consultation/state.ts';
import { agencyRef, page, permission, personRefView } from './common.ts';
import { documentSummary } from './plan.ts';

export const consultationView = z.object({
  id: z.string(),
  /** The agency or province that was asked; null is the public. */
  agency: agencyRef.nullable(),
  askedOn: z.string(),
  /** Until when it was asked to answer. */
  by: z.string(),
  note: z.string(),
  /** Not answered, and the day has passed: by so many days. */
  daysLate: z.int(),
  answeredOn: z.string().nullable(),
  letter: z.string().nullable(),
  recordedBy: personRefView.nullable(),
  points: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      response: z.enum(RESPONSES).nullable(),
      responseText: z.string(),
      respondedBy: personRefView.nullable(),
      respondedAt: z.string().nullable(),
    }),
  ),
  /** Whether the reader may answer it, or record its answer. */
  answer: permission,
});
export type ConsultationView = z.infer<typeof consultationView>;

/** Who was asked for their opinion of a document, who answered what, and who did not; in the order they were asked. */
export const consultationsView = z.object({
  counts: z.object({
    asked: z.int(),
    answered: z.int(),
    unanswered: z.int(),
    points: z.int(),
    responded: z.int(),
  }),
  consultations: z.array(consultationView),
  /** Whether the reader may ask, and respond to points. */
  ask: permission,
  respond: permission,
});
export type ConsultationsView = z.infer<typeof consultationsView>;

/** What the reader's agency was asked and has not answered, by day. */
export const askedOfUs = page(
  z.object({
    id: z.string(),
    document: documentSummary.pick({ code: true, type: true, title: true, leadAgency: true }),
    askedOn: z.string(),
    by: z.string(),
    daysLate: z.int(),
  }),
);
