import { legalDateSchema } from '@tinhgon/rules/days';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { codeSchema, requiredText, text } from '@tinhgon/rules/text';
import { z } from 'zod';
import type { DocumentCommandBody } from '../../../server/use-command.ts';

/** What one recording step asks for, and the command it becomes. */
export const RECORDING_STEPS = [
  'promulgate',
  'sign-announcement',
  'national-database',
  'public-display',
] as const;
export type RecordingStep = (typeof RECORDING_STEPS)[number];

export const isRecordingStep = (key: string): key is RecordingStep =>
  (RECORDING_STEPS as readonly string[]).includes(key);

export const COMMAND_OF = {
  promulgate: 'recordPromulgation',
  'sign-announcement': 'recordAnnouncement',
  'national-database': 'recordDatabaseEntry',
  'public-display': 'recordDisplay',
} as const satisfies Record<RecordingStep, DocumentCommandBody['type']>;

export interface Recording {
  readonly number: string;
  readonly date: string | null;
  readonly inForceOn: string | null;
  readonly procedureCodes: string[];
}

const NUMBER_MAX = 100;

export function recordingSchema(step: RecordingStep) {
  return z.object({
    number: step === 'public-display' ? text(1_000) : requiredText(NUMBER_MAX),
    date: legalDateSchema,
    inForceOn: step === 'promulgate' ? legalDateSchema : z.null(),
    procedureCodes: step === 'promulgate' ? z.array(codeSchema) : z.array(codeSchema).min(1),
  });
}

/** The command's own names of the form's fields, to put the server's remarks beside the right one. */
export const FIELD_OF: Readonly<Record<string, keyof Recording>> = {
  number: 'number',
  decisionNumber: 'number',
  reference: 'number',
  place: 'number',
  signedOn: 'date',
  enteredOn: 'date',
  displayedOn: 'date',
  inForceOn: 'inForceOn',
  procedureCodes: 'procedureCodes',
};

type Measure = DocumentView['measures'][number];

/** Procedures the step still waits for; a part of them may be recorded now and the rest later. */
export function waitingFor(step: RecordingStep, measures: readonly Measure[]): Measure[] {
  const open = measures.filter((measure) => {
    switch (step) {
      case 'promulgate':
        return false;
      case 'sign-announcement':
        return !measure.announced;
      case 'national-database':
        return measure.announced && !measure.inDatabase;
      case 'public-display':
        return measure.inDatabase && !measure.displayed;
    }
  });
  return [...new Map(open.map((measure) => [measure.procedureCode, measure])).values()];
}

/** `date` and, for a promulgation, `inForceOn` have been checked to be there. */
export function recordingCommand(
  step: RecordingStep,
  { number, date, inForceOn, procedureCodes }: Recording,
  contentHash: string,
): DocumentCommandBody {
  const day = date ?? '';
  switch (step) {
    case 'promulgate':
      return { type: 'recordPromulgation', number, signedOn: day, inForceOn: inForceOn ?? '', contentHash };
    case 'sign-announcement':
      return {
        type: 'recordAnnouncement',
        decisionNumber: number,
        signedOn: day,
        procedureCodes,
        contentHash,
      };
    case 'national-database':
      return { type: 'recordDatabaseEntry', reference: number, enteredOn: day, procedureCodes };
    case 'public-display':
      return { type: 'recordDisplay', place: number, displayedOn: day, procedureCodes };
  }
}
