import type { FieldErrors } from 'react-hook-form';

export interface FoundError {
  readonly path: string;
  readonly error: object;
}

/** The errors of a nested form as paths, in the order of the form. */
export function errorPaths(errors: FieldErrors | object, under = ''): FoundError[] {
  return Object.entries(errors).flatMap(([key, value]): FoundError[] => {
    if (!value || typeof value !== 'object' || key === 'ref') return [];
    const path = under ? `${under}.${key}` : key;
    if ('type' in value && typeof value.type === 'string') {
      return [{ path: path.replace(/\.root$/, ''), error: value }];
    }
    return errorPaths(value, path);
  });
}
