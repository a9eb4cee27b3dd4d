import { codeSchema } from '@tinhgon/rules/text';
import { z } from 'zod';

export const codeInput = z.strictObject({ code: codeSchema });
