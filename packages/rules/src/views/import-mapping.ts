import { z } from 'zod';
import { mappingField } from '../mapping/field.ts';
import { columnMapping, columnRef } from '../mapping/mapping.ts';
import { columnSuggestion } from '../mapping/suggest-columns.ts';
import { PARAGRAPH_MAX, requiredText, text } from '../text.ts';
import { IMPORT_KINDS, importProblem, importResult } from './import.ts';

const kind = z.enum(IMPORT_KINDS);
/** What Excel lets a sheet be called is shorter; other programs are laxer. */
const sheetName = z.string().max(255);
const rowNumber = z.int().min(1).max(200_000);
const headings = z.array(text(500)).min(1).max(200);

export const keptMapping = z.object({
  kind,
  headings: z.array(z.string()),
  mapping: columnMapping,
  version: z.int(),
  /** What its agency calls it; null while it has no name. */
  name: z.string().nullable(),
  recorded: z.object({ at: z.string(), by: z.string() }),
});
export type KeptMapping = z.infer<typeof keptMapping>;

export const mappingsInput = z.object({ kind: kind.optional() });

/** Keeps how files with these headings are read, for the agency of whoever saves it. */
export const mappingInput = z.strictObject({
  kind,
  /** All headings of the file: the mapping is found again by their set. */
  headings,
  mapping: columnMapping,
  /** The version its author saw, 0 for a new one; another one meanwhile is STALE_VERSION. */
  basedOn: z.int().min(0),
});
export type MappingInput = z.infer<typeof mappingInput>;
/** One mapping of the caller's agency, by what it is found again by. */
const oneMapping = mappingInput.pick({ kind: true, headings: true });
export const renameMappingInput = oneMapping.extend({ name: requiredText(200) });
export const removeMappingInput = oneMapping.extend({
  /** The version its reader saw; another one meanwhile is STALE_VERSION. */
  version: z.int().min(1),
});
export const mappingSaved = z.object({ version: z.int() });

/** A spreadsheet before it is mapped: where its table is, and what its columns probably mean. */
export const fileLook = z.object({
  kind,
  sheets: z.array(z.object({ name: z.string(), rows: z.int() })),
  sheet: z.string(),
  /** As the spreadsheet numbers it. */
  headerRow: z.int(),
  /** The first rows of the sheet as they stand, to choose the headings from; long texts are cut. */
  top: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  columns: z.array(columnRef.extend({ nth: z.int(), letters: z.string(), samples: z.array(z.string()) })),
  rows: z.int(),
  fields: z.array(mappingField),
  suggestions: z.array(columnSuggestion),
  /** How files with these headings were read before, by the reader's own agency. */
  kept: keptMapping.nullable(),
});
export type FileLook = z.infer<typeof fileLook>;

/** How a spreadsheet is to be read, and what was mended or left out on the way. */
export const mappedOrder = z.strictObject({
  kind,
  sheet: sheetName,
  headerRow: rowNumber,
  mapping: columnMapping,
  corrections: z
    .array(z.strictObject({ row: rowNumber, field: z.string().max(60), value: text(PARAGRAPH_MAX) }))
    .max(5_000)
    .default([]),
  leftOut: z.array(rowNumber).max(5_000).default([]),
});
export type MappedOrder = z.infer<typeof mappedOrder>;

export const mappedProblem = importProblem.extend({
  /** The field at fault; null for the file as a whole. */
  field: z.string().nullable(),
  /** As the spreadsheet names it, `C14`; null where it stands in no cell. */
  cell: z.string().nullable(),
});
export type MappedProblem = z.infer<typeof mappedProblem>;

export const mappedResult = importResult.extend({
  sheet: z.string(),
  problems: z.array(mappedProblem),
  /** Words the closed lists do not know, those that stand most often first. */
  words: z.array(
    z.object({
      field: z.string(),
      word: z.string(),
      rows: z.int(),
      row: z.int(),
      /** What it might mean: offered, never taken. */
      suggestion: z.string().nullable(),
    }),
  ),
  /** The first rows with problems and the first rows of all, in the order of the sheet. */
  preview: z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) })),
  /** Rows that only number the columns, which were left out. */
  numbering: z.array(z.int()),
});
export type MappedResult = z.infer<typeof mappedResult>;
