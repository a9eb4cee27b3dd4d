import { z } from 'zod';
import { DELEGATION_FORMS, FUNCTIONS, ROLES, SUBJECTS } from './vocabulary.ts';

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
  /** Agencies that have ended and whose work theirs has: their closed past is read there. */
  inherits: z.array(z.string()).exactOptional(),
  roles: z.array(z.enum(ROLES)),
  assignments: z.array(
    z.object({
      function: z.enum(FUNCTIONS),
      /** The agency whose plans this covers; null covers the whole country. */
      agency: z.string().nullable(),
      /** Whose assignment it is when it was delegated; absent where it is their own. */
      onBehalfOf: z
        .object({
          id: z.string(),
          name: z.string(),
          form: z.enum(DELEGATION_FORMS),
          delegationId: z.string(),
        })
        .exactOptional(),
      /** A delegation may be for plans or for documents alone. */
      only: z.enum(SUBJECTS).exactOptional(),
      /** Last day of the delegation. */
      until: z.string().exactOptional(),
    }),
  ),
});
export type Actor = z.infer<typeof actorSchema>;
export type Held = Actor['assignments'][number];
