import { z } from 'zod';
import { FUNCTIONS, ROLES } from './vocabulary.ts';

/** Apart from the schema, because it also runs in the workflow sandbox, whose bundle has no place for zod. */
export * from './person.ts';

/**
 * Who gives a command, stamped by the API from the database, never taken from the client:
 * `assignments` holds only those valid on the day of the command.
 */
export const actorSchema = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string(),
  roles: z.array(z.enum(ROLES)),
  assignments: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      /** The agency whose plans this covers; null covers the whole country. */
      agency: z.string().nullable(),
    }),
  ),
});
export type Actor = z.infer<typeof actorSchema>;
