import { permissionOf } from '@tinhgon/database/queries/permission-of';
import type { Rejection } from '@tinhgon/rules/errors';
import type { permission } from '@tinhgon/rules/views/common';
import type { z } from 'zod';

/** What the reader may do now, by command type, and why not where they may not. */
export function permissionsFor<Type extends string>(
  types: readonly Type[],
  objectionTo: (type: Type) => Rejection | null,
): Record<string, z.infer<typeof permission>> {
  return Object.fromEntries(types.map((type) => [type, permissionOf(objectionTo(type))]));
}
