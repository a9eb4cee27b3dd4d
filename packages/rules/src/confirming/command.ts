import { z } from 'zod';
import { commandEnvelope, commandIdSchema } from '../command-envelope.ts';

const HASH = /^[0-9a-f]{64}$/;

/** One step for a check: its remarks are settled, and what they were about is approved as it is now. */
export const confirmChanges = z.strictObject({
  ...commandEnvelope,
  type: z.literal('confirmChanges'),
  contentHash: z.string().regex(HASH),
  remarkIds: z.array(commandIdSchema).min(1).max(1_000),
});
