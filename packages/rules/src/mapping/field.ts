import { z } from 'zod';

/** How a field's cells are read: what offices write differently is brought into one shape before it is judged. */
export const FIELD_SHAPES = ['text', 'date', 'number', 'choice'] as const;

/** One value of a closed list, such as an agency or a level; `spellings` are the ways files write it. */
export const choiceSchema = z.object({
  code: z.string(),
  label: z.object({ vi: z.string(), en: z.string().nullable() }),
  spellings: z.array(z.string()),
});
export type Choice = z.infer<typeof choiceSchema>;

/** A field of a kind of import, which a column of somebody's own spreadsheet may fill. */
export const mappingField = z.object({
  key: z.string(),
  label: z.object({ vi: z.string(), en: z.string() }),
  required: z.boolean(),
  shape: z.enum(FIELD_SHAPES),
  /** A cell may hold several values, between semicolons or on lines of their own. */
  list: z.boolean(),
  /** Headings that mean this field. */
  spellings: z.array(z.string()),
  choices: z.array(choiceSchema),
});
export type MappingField = z.infer<typeof mappingField>;
