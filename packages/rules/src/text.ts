import { z } from 'zod';

/**
 * Text people type: Unicode NFC, outer blanks removed, no control characters but newline and tab,
 * no lone surrogates. Stored exactly as it is after that.
 */
export const text = (maxLength: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed(), { message: 'INVALID_INPUT' })
    .transform((value) => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
    .pipe(
      z
        .string()
        .max(maxLength)
        // biome-ignore lint: the control characters are what must be refused
        .refine((value) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value), {
          message: 'INVALID_INPUT',
        }),
    );

export const requiredText = (maxLength: number) => text(maxLength).pipe(z.string().min(1));

export const NAME_MAX = 500;
export const LINE_MAX = 1_000;
export const PARAGRAPH_MAX = 10_000;
export const REASON_MAX = 4_000;

export const nameText = requiredText(NAME_MAX);
export const reasonText = requiredText(REASON_MAX);

/** Codes of plans, documents, procedures, agencies, programmes: they stand in addresses and workflow ids. */
export const codeSchema = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, { message: 'INVALID_INPUT' })
  .refine((value) => value === value.normalize('NFC'), { message: 'INVALID_INPUT' });
