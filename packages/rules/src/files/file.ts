import { type Hash, hashOf } from '../hash.ts';
import type { StepKey } from '../vocabulary.ts';

/** What a file is to its step: a draft of the text, somebody's opinion on it, the signed text, anything else. */
export const FILE_KINDS = ['draft', 'opinion', 'signed', 'other'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Told apart by their content, whatever their names say. */
export const FILE_TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
} as const;
export type FileMime = (typeof FILE_TYPES)[keyof typeof FILE_TYPES];
export const FILE_MIMES = Object.values(FILE_TYPES);

export const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** Files of one plan or document; they travel in its workflow's state. */
export const MAX_FILES = 200;
const MAX_VERSIONS = 100;

/** One version of a file, as its event names it. The bytes lie in the database under their hash. */
export interface FileVersion {
  readonly fileId: string;
  /** From 1. */
  readonly version: number;
  readonly kind: FileKind;
  readonly title: string;
  /** As the file was called on its owner's computer. */
  readonly name: string;
  readonly mime: FileMime;
  readonly bytes: number;
  readonly sha256: Hash;
}

/** What a plan or document remembers of a file: enough to judge what is asked of it next. */
export interface KeptFile {
  readonly fileId: string;
  readonly step: StepKey;
  readonly kind: FileKind;
  readonly title: string;
  readonly version: number;
  /** Taken away with a reason: hidden, but kept. */
  readonly detached?: true;
}

export type FileEventBody =
  | { readonly type: 'fileAttached'; readonly step: StepKey; readonly file: FileVersion }
  | {
      readonly type: 'fileDetached';
      readonly step: StepKey;
      readonly fileId: string;
      readonly title: string;
      readonly reason: string;
    };

/** A new file is named by its subject and the command that brings it: sent again, it is the same file. */
export function newFileId(
  subject: { readonly kind: string; readonly code: string },
  commandId: string,
): string {
  const hash = hashOf([subject.kind, subject.code, commandId]);
  // In the shape of a UUID, version 8: made by rules of our own.
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  return `${parts.join('-')}-${hash.slice(20, 32)}`;
}

type Files = readonly KeptFile[] | undefined;

export const fileOf = (files: Files, fileId: string): KeptFile | undefined =>
  files?.find((file) => file.fileId === fileId);

/** Files that were not taken away. */
export const countFiles = (files: Files): number => files?.filter(({ detached }) => !detached).length ?? 0;

/** Whether a file has as many versions as it may. */
export const isFullOfVersions = (file: KeptFile): boolean => file.version >= MAX_VERSIONS;

/** The files after one more event. */
export function filesAfter(files: Files, event: FileEventBody): readonly KeptFile[] {
  const others = (files ?? []).filter(({ fileId }) => fileId !== idOf(event));
  if (event.type === 'fileAttached') {
    const { fileId, kind, title, version } = event.file;
    return [...others, { fileId, step: event.step, kind, title, version }];
  }
  const file = fileOf(files, event.fileId);
  return file ? [...others, { ...file, detached: true }] : others;
}

const idOf = (event: FileEventBody): string =>
  event.type === 'fileAttached' ? event.file.fileId : event.fileId;
