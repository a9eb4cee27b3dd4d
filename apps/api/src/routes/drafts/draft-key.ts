import { requiredText } from '@tinhgon/rules/text';
import { z } from 'zod';

/** Names one form of one person: `plan/new`, `plan/BCA-2026-001`. */
export const draftKey = z.strictObject({ key: requiredText(200) });
