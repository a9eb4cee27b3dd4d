import { paged } from '../paged.ts';
import { listDocuments as list } from '@tinhgon/database';
import { documentListInput, documentPage } from '@tinhgon/rules/views/document';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';

export const listDocuments = signedIn
  .input(paged(documentListInput))
  .output(documentPage)
  .query(async ({ ctx, input }) => list(ctx.db, input, await readOn(ctx.db, input)));
