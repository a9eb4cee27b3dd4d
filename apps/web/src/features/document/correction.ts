import type { DocumentView } from '@tinhgon/rules/views/document';

export interface CorrectionForm {
  readonly number: string;
  readonly date: string | null;
  readonly inForceOn: string | null;
  /** Procedure codes, separated by commas or blanks. */
  readonly codes: string;
}

export interface CorrectionChange {
  readonly number?: string;
  readonly date?: string;
  readonly inForceOn?: string;
  readonly procedureCodes?: string[];
}

/** Only what differs from the evidence; a field that was emptied is no correction. */
export function correctionOf(
  evidence: Pick<DocumentView['evidence'][number], 'number' | 'date' | 'inForceOn' | 'procedureCodes'>,
  form: CorrectionForm,
): CorrectionChange {
  const number = form.number.trim();
  const codes = form.codes.split(/[\s,;]+/).filter(Boolean);
  const sameCodes = codes.toSorted().join() === evidence.procedureCodes.toSorted().join();
  return {
    ...(number && number !== evidence.number && { number }),
    ...(form.date && form.date !== evidence.date && { date: form.date }),
    ...(form.inForceOn && form.inForceOn !== evidence.inForceOn && { inForceOn: form.inForceOn }),
    ...(codes.length > 0 && !sameCodes && { procedureCodes: codes }),
  };
}
