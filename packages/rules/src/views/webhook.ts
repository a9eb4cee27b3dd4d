import { z } from 'zod';
import { codeSchema, requiredText } from '../text.ts';
import { webhookAddress } from '../webhook/address.ts';
import { TOPICS } from '../webhook/topics.ts';
import { agencyRef } from './common.ts';

const NAME_MAX = 200;

/** A system outside that is told what happens. The id is made by the client, so that adding it twice adds it once. */
export const webhookInput = z.strictObject({
  id: z.uuid(),
  name: requiredText(NAME_MAX),
  url: webhookAddress,
  topics: z
    .array(z.enum(TOPICS))
    .min(1)
    .transform((topics) => TOPICS.filter((topic) => topics.includes(topic))),
  /** Whose plans and documents it is told of; null is everybody's. */
  agency: codeSchema.nullable(),
  enabled: z.boolean(),
});
export type Webhook = z.output<typeof webhookInput>;

export const DELIVERY_STATES = ['waiting', 'asked', 'delivered', 'given-up'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

export const webhookView = z.object({
  ...webhookInput.omit({ agency: true, topics: true }).shape,
  topics: z.array(z.enum(TOPICS)),
  agency: agencyRef.nullable(),
  secretSince: z.string(),
  /** Until when the secret before signs as well; null when it does not. */
  oldSecretUntil: z.string().nullable(),
  /** Since when the receiver takes nothing; null when it took the last one. */
  failingSince: z.string().nullable(),
  /** When the system switched it off; null when it did not. */
  stoppedAt: z.string().nullable(),
  /** When the next try is made after one in vain. */
  retryAt: z.string().nullable(),
  /** Put aside and not sent again. */
  givenUp: z.int(),
  lastDeliveredAt: z.string().nullable(),
});
export type WebhookView = z.infer<typeof webhookView>;

export const webhookList = z.array(webhookView);

/** Shown once. */
export const webhookSecret = z.object({ secret: z.string() });

export const deliveryId = z.string().regex(/^\d{1,18}$/);
export const deliveryView = z.object({
  id: deliveryId,
  /** `webhook-id`: the same at every try. */
  messageId: z.string(),
  type: z.string(),
  /** Null for a test. */
  subject: z.string().nullable(),
  at: z.string(),
  state: z.enum(DELIVERY_STATES),
  tries: z.int(),
  triedAt: z.string().nullable(),
  retryAt: z.string().nullable(),
  /** What the receiver answered last; null where there was no answer. */
  status: z.int().nullable(),
  answer: z.string().nullable(),
  /** Why there was no answer: a code of ours or of the network. */
  error: z.string().nullable(),
});
export type DeliveryView = z.infer<typeof deliveryView>;

export const testAnswer = deliveryView.pick({ state: true, status: true, answer: true, error: true });

export const DELIVERY_LISTS = ['given-up', 'recent'] as const;
export const deliveriesInput = z.strictObject({
  id: z.uuid(),
  list: z.enum(DELIVERY_LISTS),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const deliveryPage = z.object({
  items: z.array(deliveryView),
  total: z.int(),
  nextCursor: z.string().nullable(),
});

export const webhookRef = z.strictObject({ id: z.uuid() });
/** One of those put aside, or all of them. */
export const sendAgainInput = z.strictObject({ id: z.uuid(), delivery: deliveryId.optional() });
export const sendAgainAnswer = z.object({ asked: z.int() });
