import { z } from 'zod';

/** A cursor that is not one of ours: bad input. Its `field` is always `cursor`. */
export class InvalidCursor extends RangeError {
  override readonly name = 'InvalidCursor';
}

/** Where a page ended, as an opaque word for addresses. */
export const cursorOf = (place: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url');

/** @throws InvalidCursor */
export function placeOf<T extends z.ZodType>(schema: T, cursor: string | undefined): z.infer<T> | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch (cause) {
    throw new InvalidCursor('cursor', { cause });
  }
}

/** Undated steps come last: this day sorts after every legal date. */
export const NEVER = '9999-12-31';

export const dayOrNever = z.union([z.iso.date(), z.literal(NEVER)]);
/** PostgreSQL holds no U+0000. */
export const word = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'));
/** Lists by due day carry day and code, lists by name the name and code. */
export const duePlace = z.tuple([dayOrNever, word(200)]);
export const namePlace = z.tuple([word(2_000), word(200)]);
