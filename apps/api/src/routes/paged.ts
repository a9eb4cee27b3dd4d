import { z } from 'zod';

/** The input of a list: strict, but for the direction that the screens' endless lists name with each page. */
export const paged = <T extends z.core.$ZodLooseShape>(input: z.ZodObject<T>) =>
  input.extend({ direction: z.literal('forward').optional() }).strict();
