import type { Rejection } from '@tinhgon/rules/errors';
import type { permission } from '@tinhgon/rules/views/common';
import type { z } from 'zod';

/** An objection as the screens are told of it. */
export function permissionOf(objection: Rejection | null): z.infer<typeof permission> {
  if (!objection) return { allowed: true };
  const { code, details } = objection;
  return { allowed: false, code, ...(details && { details: { ...details } }) };
}
