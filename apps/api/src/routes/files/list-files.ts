import { listFiles as list } from '@tinhgon/database/queries/files/list-files';
import { filingPlaces } from '@tinhgon/rules/files/objections';
import { codeSchema } from '@tinhgon/rules/text';
import { filesView } from '@tinhgon/rules/views/files';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { z } from 'zod';
import { filingOf } from '../../files/filing-subject.ts';
import { signedIn } from '../../trpc.ts';

export const listFiles = signedIn
  .input(z.object({ kind: z.enum(['plan', 'document']), code: codeSchema }))
  .output(filesView)
  .query(async ({ ctx, input }) => {
    const filing = await filingOf(ctx, ctx.actor, input);
    const places = filingPlaces(filing, ctx.actor);
    const order = filing.chain.steps.map(({ key }) => key as string);
    const may = (step: string, kind: string) =>
      places.some((place) => place.step === step && place.kinds.some((one) => one === kind));
    const files = (await list(ctx.db, subjectOf(input.kind, input.code)))
      .map((file) => ({ ...file, mayChange: file.detached === null && may(file.step, file.kind) }))
      .toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step));
    return { files, places };
  });
