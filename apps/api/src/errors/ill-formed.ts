import type { Rejection } from '@tinhgon/rules/errors';

/** PostgreSQL cannot hold U+0000, and a lone surrogate would be stored as another character. */
const ILL_FORMED = /\u0000/;

/** The first text, or name of a field, that could not be stored as it is; null when all could. */
export function illFormedText(value: unknown, path: readonly string[] = []): Rejection | null {
  if (typeof value === 'string') {
    return ILL_FORMED.test(value) || !value.isWellFormed() ? rejectionAt(path) : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    if (illFormedText(key)) return rejectionAt(path);
    const found = illFormedText(part, [...path, key]);
    if (found) return found;
  }
  return null;
}

const rejectionAt = (path: readonly string[]): Rejection =>
  path.length === 0 ? { code: 'INVALID_INPUT' } : { code: 'INVALID_INPUT', field: path.join('.') };
