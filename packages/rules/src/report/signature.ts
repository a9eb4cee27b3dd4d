import { z } from 'zod';
import { type LegalDate, legalDateSchema } from '../days.ts';
import { type Rejection, reject } from '../errors.ts';
import type { FileMime } from '../files/file.ts';
import { reasonText, requiredText } from '../text.ts';
import type { ReportFormat, ReportState } from '../views/report.ts';

/** Formats of a report that are signed; the others are to work on. */
const SIGNED_FORMATS: readonly ReportFormat[] = ['docx', 'pdf'];
export const isSignedFormat = (format: ReportFormat): boolean => SIGNED_FORMATS.includes(format);

/** What the office says of the letter it signed: the number and the day that stand on it. */
export const signatureWords = z.strictObject({ number: requiredText(200), signedOn: legalDateSchema });
export type SignatureWords = z.infer<typeof signatureWords>;

export const signReportSchema = signatureWords.extend({ id: z.uuid() });
export const takeBackSignatureSchema = z.strictObject({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(10_000),
  reason: reasonText,
});

/** The copy that came back signed, as its event names it; the bytes lie in the database under their hash. */
export interface SignedCopy {
  readonly name: string;
  readonly mime: FileMime;
  readonly bytes: number;
  readonly sha256: string;
}

/** A report that was signed: by what, and which files of which two days it was signed from. */
export interface ReportSignature extends SignatureWords {
  readonly report: string;
  /** From 1; another one only after the one before was taken back. */
  readonly version: number;
  readonly programme: string;
  readonly asAt: LegalDate;
  readonly knownAt: string;
  /** Null where the number and the day are all that was given back. */
  readonly file: SignedCopy | null;
  readonly originals: readonly { readonly format: ReportFormat; readonly sha256: string }[];
}

/** Why a report cannot have been signed like this; null where it can. */
export function objectionToSignature(
  report: { readonly state: ReportState; readonly asAt: LegalDate },
  { signedOn }: SignatureWords,
  today: LegalDate,
): Rejection | null {
  if (report.state !== 'done') return reject('REPORT_NOT_MADE').rejection;
  if (signedOn > today) return reject('DATE_IN_FUTURE', { field: 'signedOn' }).rejection;
  if (signedOn < report.asAt) {
    return reject('DATE_ORDER', { field: 'signedOn', details: { earliest: report.asAt } }).rejection;
  }
  return null;
}

/** Why a file is no signed copy: it is one of the report's own, to the byte. */
export const objectionToCopy = (originals: ReportSignature['originals'], sha256: string): Rejection | null =>
  originals.some((own) => own.sha256.replace('sha256-', '') === sha256)
    ? reject('INVALID_INPUT', { field: 'file', details: { reason: 'unsigned' } }).rejection
    : null;

/**
 * What came of holding a signed copy against its report: `none` of a scan, which has no words; `unread` of a file whose
 * words could not be read; `unknown` where the report is older than its lines are kept.
 */
export const COPY_OUTCOMES = ['same', 'differs', 'none', 'unread', 'unknown'] as const;
export type CopyOutcome = (typeof COPY_OUTCOMES)[number];

/**
 * The lines of a report that are not in the words of a copy, as they stand there. How lines are broken, spaces, bullets
 * before a line and the mark at its end are the office's to choose.
 */
export function missingLines(lines: readonly string[], words: string): string[] {
  const all = squeezed(words);
  return lines.filter((line) => !all.includes(squeezed(line.replace(/^- /, '').replace(/[;.]\s*$/, ''))));
}

const squeezed = (text: string): string => text.normalize('NFC').replaceAll(/[\s\p{M}\p{Cf}]/gu, '');
