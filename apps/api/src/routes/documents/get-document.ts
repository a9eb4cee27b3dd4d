import { getDocument as get } from '@tinhgon/database';
import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { objectionToDocumentAction } from '@tinhgon/rules/document/objections';
import { documentView } from '@tinhgon/rules/views/document';
import { documentSubject } from '@tinhgon/workflows/subject/messages';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';

const TYPES = documentCommandSchema.options.map((option) => option.shape.type.value);

export const getDocument = signedIn
  .input(codeInput)
  .output(documentView)
  .query(async ({ ctx, input }) => {
    const { state, view } = found(
      await get(ctx.db, ctx.actor, input.code, {
        ...(await readOn(ctx.db)),
        now: new Date().toISOString(),
      }),
    );
    return {
      ...view,
      actions: permissionsFor(TYPES, (type) => objectionToDocumentAction(state, type, ctx.actor)),
      temporalUrl: temporalUrl(ctx, documentSubject(input.code)),
    };
  });
