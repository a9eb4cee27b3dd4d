import { z } from 'zod';

/** A UUID is the same in either case of letters; Temporal compares text. */
export const commandIdSchema = z.uuid().transform((id) => id.toLowerCase());

/** Every command names itself once (it is the Temporal update id too) and the version its author saw. */
export const commandEnvelope = {
  commandId: commandIdSchema,
  expectedVersion: z.int().min(0),
};
