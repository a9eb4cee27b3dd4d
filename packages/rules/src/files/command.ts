import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { commandEnvelope, commandIdSchema } from '../command-envelope.ts';
import { nameText, reasonText } from '../text.ts';
import type { StepKey } from '../vocabulary.ts';
import { FILE_KINDS, type FileVersion } from './file.ts';

/** Takes a file out of sight; what it was stays readable for those who look for it. */
export const detachFile = z.strictObject({
  ...commandEnvelope,
  type: z.literal('detachFile'),
  fileId: z.uuid(),
  reason: reasonText,
});

/** Marks that turn the direction of what follows: with them a name reads as another. */
const TURNS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** What a client says of a file it sends; the rest is found out from the bytes. */
export const fileFormSchema = z.strictObject({
  commandId: commandIdSchema.optional(),
  step: z.string().min(1).max(40),
  kind: z.enum(FILE_KINDS),
  /** The file's name when left out. */
  title: z
    .string()
    .transform((given) => given.replaceAll(TURNS, ''))
    .pipe(nameText)
    .optional(),
  /** The file this is a new version of. */
  fileId: z.uuid().optional(),
});
export type FileForm = z.infer<typeof fileFormSchema>;

/** Made by the API once the bytes are stored; a new file is named by the command that brings it. */
export interface StampedAttachFile {
  readonly type: 'attachFile';
  readonly commandId: string;
  readonly expectedVersion: number;
  readonly step: StepKey;
  readonly file: Omit<FileVersion, 'version'>;
  readonly actor: Actor;
}

export type StampedDetachFile = z.infer<typeof detachFile> & { readonly actor: Actor };
