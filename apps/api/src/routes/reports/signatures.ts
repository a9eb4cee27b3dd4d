import { NoSuchRow } from '@tinhgon/database';
import { AlreadyRecorded } from '@tinhgon/database/catalogue/errors';
import { takeBackSignature as takeBack } from '@tinhgon/database/catalogue/sign-report';
import { signReportSchema, takeBackSignatureSchema } from '@tinhgon/rules/report/signature';
import { signatureSaved } from '@tinhgon/rules/views/report';
import { refuse } from '../../errors/refusal.ts';
import { recordSignature, signable } from '../../reports/record-signature.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { orStale } from '../terms/keeping.ts';

/** By number and day of the letter alone; a signed copy comes by `POST /reports/{id}/signatures/file`. */
export const signReport = keepsRecord
  .input(signReportSchema)
  .output(signatureSaved)
  .mutation(async ({ ctx: { db, actor }, input: { id, ...words } }) =>
    recordSignature(db, actor, await signable(db, actor, id, words), words, null),
  );

/** What was recorded in error is taken back with a reason; it stays in the report's history. */
export const takeBackSignature = keepsRecord
  .input(takeBackSignatureSchema)
  .output(signatureSaved)
  .mutation(async ({ ctx, input }) => {
    await takeBack(ctx.db, input, stampOf(ctx.actor)).catch((error: unknown) => {
      if (error instanceof NoSuchRow) throw refuse('NOT_FOUND');
      if (error instanceof AlreadyRecorded) throw refuse('ALREADY_RECORDED');
      return orStale(error);
    });
    return { version: input.version };
  });
