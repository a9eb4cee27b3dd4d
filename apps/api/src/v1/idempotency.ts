import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** Names the start of something, so that sending it again does nothing twice. */
export const idempotency = z.object({ 'idempotency-key': commandIdSchema.optional() });

export const startId = (headers: z.output<typeof idempotency>): string =>
  headers['idempotency-key'] ?? randomUUID();
