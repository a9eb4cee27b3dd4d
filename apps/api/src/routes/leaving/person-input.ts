import { z } from 'zod';

export const personInput = z.strictObject({ id: z.string().min(1).max(100) });
