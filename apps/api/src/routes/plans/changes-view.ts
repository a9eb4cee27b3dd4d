import { personRefView } from '@tinhgon/rules/views/common';
import { MEASURES } from '@tinhgon/rules/vocabulary';
import { z } from 'zod';

/** What each saving of a plan's content changed, newest first; the start itself has no entry. */
export const planChangesView = z.array(
  z.object({
    seq: z.int(),
    at: z.string(),
    actor: personRefView,
    /** Names of the header fields whose value changed. */
    header: z.array(z.string()),
    measures: z.array(
      z.object({
        procedureCode: z.string(),
        change: z.enum(['added', 'removed', 'changed']),
        measure: z.enum(MEASURES),
        /** Names of the measure's fields whose value changed: `proposed.papers`, `note`, `documents`. */
        fields: z.array(z.string()),
      }),
    ),
  }),
);
