import { beginOperation, OperationIdTaken } from '@tinhgon/database/operations/begin-operation';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { chainVersion } from '@tinhgon/database/queries/terms/chains';
import { previewReplan } from '@tinhgon/database/queries/terms/preview-replan';
import type { Db } from '@tinhgon/database/schema';
import { commandIdSchema } from '@tinhgon/rules/command-envelope';
import type { ReplanCommand } from '@tinhgon/rules/replan';
import { operationStarted } from '@tinhgon/rules/views/operation';
import { type ReplanWhat, replanWhat } from '@tinhgon/rules/views/terms';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { keepsCatalogue, stampOf } from '../catalogue/keeping.ts';

export const startReplanInput = z.strictObject({
  /** Becomes the operation's id, so that sending it again begins nothing twice. */
  commandId: commandIdSchema,
  what: replanWhat,
});

/** Puts everything open that would change under the newest calendar or a version of its chain, one by one. */
export const startReplan = keepsCatalogue
  .input(startReplanInput)
  .output(operationStarted)
  .mutation(async ({ ctx, input }) => {
    const { commandId: id, what } = input;
    const change = await termsOf(ctx.db, what);
    const preview = await previewReplan(ctx.db, change, new Date().toISOString());
    const items = preview.items
      .filter(({ lacks }) => lacks === null)
      .map(({ subject, code }) => ({
        stage: 1,
        subject: `${subject}/${code}`,
        task: { type: 'replan' as const, ...change },
      }));
    const operation = {
      id,
      kind: 'replan',
      parameters: { of: 'terms', what },
      startsAt: null,
      items,
    } as const;
    await beginOperation(ctx.db, operation, stampOf(ctx.actor)).catch((error: unknown) => {
      throw error instanceof OperationIdTaken ? refuse('COMMAND_ID_REUSED', { field: 'commandId' }) : error;
    });
    return { id };
  });

async function termsOf(db: Db, what: ReplanWhat): Promise<Pick<ReplanCommand, 'chain' | 'calendar'>> {
  if (what.of === 'calendar') return { calendar: await currentCalendar(db) };
  const chain = await chainVersion(db, what.id, what.version);
  if (!chain) throw refuse('NOT_FOUND', { field: 'what.version' });
  return { chain };
}
