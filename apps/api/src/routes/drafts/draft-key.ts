import { requiredText } from '@tinhgon/rules/text';
import { z } from 'zod';

/** Names one form of one person: `plan/new`, `plan/BCA-2026-001`. */
export const draftKey = z.strictObject({
  // `start/` is where the code of a start that went unheard is kept: not for clients to write.
  key: requiredText(200).refine((key) => !key.startsWith('start/'), { message: 'INVALID_INPUT' }),
});
