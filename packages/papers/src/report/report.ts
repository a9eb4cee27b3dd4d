import type { Instant } from '@tinhgon/rules/days';
import type { ReportAnnex, ReportLanguage } from '@tinhgon/rules/views/report';

/** Text, or a number that is written as the language writes numbers; `percent` where it is one. */
export type ReportCell = string | number | { readonly percent: number } | null;

export interface ReportColumn {
  readonly heading: string;
  /** Its part of the width, beside the others'. */
  readonly width: number;
  readonly numeric?: boolean;
}

/** A list of any length: its rows are read as they are written. */
export interface ReportTable {
  readonly annex: ReportAnnex;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly ReportColumn[];
  readonly count: number;
  readonly rows: () => AsyncIterable<readonly ReportCell[]>;
  /** The sum of all rows, where there is one. */
  readonly total: readonly ReportCell[] | null;
}

/** What a template says of an annex. */
export interface AnnexWords {
  readonly title: string;
  /** Paragraphs above the table and below it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** One report, whatever it is written as. */
export interface Report {
  readonly language: ReportLanguage;
  /** Up to when the record was read; what the files say of when they were written, so that the same is the same bytes. */
  readonly knownAt: Instant;
  readonly title: string;
  readonly about: string;
  /** The sentence the report is known by, and what it rests on. */
  readonly paragraphs: readonly string[];
  /** Lines the figures of a signed copy are held against, as they stand in the files. */
  readonly figures: readonly string[];
  readonly head: {
    readonly above: string;
    readonly issuer: string;
    /** Each a whole line in the report's language. */
    readonly number: string;
    readonly country: string;
    readonly motto: string;
    readonly dated: string;
    readonly addresseesTitle: string;
    readonly addressees: readonly string[];
    readonly recipientsTitle: string;
    readonly recipients: readonly string[];
    readonly capacity: readonly string[];
    /** Who is going to sign; empty where `signHere` stands instead. */
    readonly signer: string;
    readonly signHere: string;
  };
  readonly tables: readonly (ReportTable & Omit<AnnexWords, 'title'>)[];
  readonly words: {
    readonly sheet: string;
    /** Heads of the columns in the file of notes. */
    readonly notes: { readonly part: string; readonly text: string };
    readonly annex: (number: number) => string;
    readonly inSpreadsheet: (count: number) => string;
  };
  /** A cell as the language writes it. */
  readonly written: (cell: ReportCell) => string;
}
