import { z } from 'zod';
import { personRefView } from './common.ts';

/** One line of the ordered feed. `position` only grows; a reader that has seen N asks for what is after N. */
export const feedItem = z.object({
  position: z.string(),
  subject: z.string(),
  seq: z.int(),
  version: z.int(),
  type: z.string(),
  at: z.string(),
  actor: personRefView,
});
export type FeedItem = z.infer<typeof feedItem>;
export const feedPage = z.object({ items: z.array(feedItem), next: z.string() });

export const commandAnswer = z.object({
  version: z.int(),
  /** False while the database was out of reach: the decision stands, lists follow. */
  projected: z.boolean(),
});
export type CommandAnswer = z.infer<typeof commandAnswer>;

/** The answer to the start of a plan or document: its code too, which is made when the client names none. */
export const startAnswer = commandAnswer.extend({ code: z.string() });
export type StartAnswer = z.infer<typeof startAnswer>;
