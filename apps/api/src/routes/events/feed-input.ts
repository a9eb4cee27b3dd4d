import { z } from 'zod';

/** A position is a whole number, written as text because it may outgrow JavaScript's. */
export const positionSchema = z.string().regex(/^(0|[1-9]\d{0,17})$/, { message: 'INVALID_INPUT' });

export const feedInput = z.strictObject({
  after: positionSchema.default('0'),
  limit: z.coerce.number().int().min(1).max(1_000).default(200),
});
