import { z } from 'zod';
import { FILE_KINDS, FILE_MIMES } from '../files/file.ts';
import { hashSchema } from '../plan/command.ts';
import { personRefView } from './common.ts';

/** Whether the words of a file can be found: `pending` until they have been read. */
export const TEXT_STATES = ['pending', 'ready', 'none', 'failed'] as const;

export const fileVersionView = z.object({
  version: z.int(),
  name: z.string(),
  mime: z.enum(FILE_MIMES),
  bytes: z.int(),
  sha256: hashSchema,
  attachedAt: z.string(),
  attachedBy: personRefView,
  text: z.enum(TEXT_STATES),
});

export const fileView = z.object({
  fileId: z.string(),
  step: z.string(),
  kind: z.enum(FILE_KINDS),
  title: z.string(),
  /** Newest first; at least one. */
  versions: z.array(fileVersionView),
  /** Set when it was taken away; its versions stay readable. */
  detached: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
  /** Words around the first of those asked for; empty when its name has them, or nothing was asked. */
  excerpt: z.string(),
  /** Whether the reader may send a new version of it, or take it away. */
  mayChange: z.boolean(),
});
export type FileView = z.infer<typeof fileView>;

/** By step and then as they came, newest first, by name, or largest first. */
export const FILE_SORTS = ['step', 'newest', 'name', 'size'] as const;
export type FileSort = (typeof FILE_SORTS)[number];

export const fileListQuery = z.object({
  /** Words that the name or the text of its newest version has, accents and case ignored. */
  q: z.string().max(200).default(''),
  sort: z.enum(FILE_SORTS).default('step'),
});

/** Files, in the order asked for. */
export const filesView = z.object({
  files: z.array(fileView),
  /** Steps to which the reader may attach a file now, and which kinds of files. */
  places: z.array(z.object({ step: z.string(), kinds: z.array(z.enum(FILE_KINDS)) })),
  /** All files of the subject, whatever was asked for. */
  total: z.int(),
});
export type FilesView = z.infer<typeof filesView>;

export const foundFile = z.object({
  fileId: z.string(),
  title: z.string(),
  /** Of the file itself. */
  name: z.string(),
  subject: z.enum(['plan', 'document']),
  code: z.string(),
  subjectTitle: z.string(),
  /** Words around the first of those asked for; empty when only its name has them. */
  excerpt: z.string(),
});
export const foundFiles = z.array(foundFile);
export type FoundFile = z.infer<typeof foundFile>;

/** What `POST …/files` answers. */
export const attachAnswer = z.object({
  fileId: z.string(),
  /** Of the file; null while the record has not heard of it. */
  version: z.int().nullable(),
  projected: z.boolean(),
  sha256: hashSchema,
  bytes: z.int(),
  mime: z.enum(FILE_MIMES),
});
export type AttachAnswer = z.infer<typeof attachAnswer>;
