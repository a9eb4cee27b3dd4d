import { filesWithWords, listFiles as list } from '@tinhgon/database/queries/files/list-files';
import { filingPlaces } from '@tinhgon/rules/files/objections';
import { codeSchema } from '@tinhgon/rules/text';
import { fileListQuery, filesView } from '@tinhgon/rules/views/files';
import { subjectOf } from '@tinhgon/workflows/subject/messages';
import { z } from 'zod';
import { filingOf } from '../../files/filing-subject.ts';
import { sortFiles } from '../../files/sort-files.ts';
import { signedIn } from '../../trpc.ts';

export const listFiles = signedIn
  .input(fileListQuery.extend({ kind: z.enum(['plan', 'document']), code: codeSchema }))
  .output(filesView)
  .query(async ({ ctx, input }) => {
    const filing = await filingOf(ctx, ctx.actor, input);
    const places = filingPlaces(filing, ctx.actor);
    const order = filing.chain.steps.map(({ key }) => key as string);
    const may = (step: string, kind: string) =>
      places.some((place) => place.step === step && place.kinds.some((one) => one === kind));
    const subject = subjectOf(input.kind, input.code);
    const [all, found] = await Promise.all([list(ctx.db, subject), filesWithWords(ctx.db, subject, input.q)]);
    const files = (found ? all.filter(({ fileId }) => found.has(fileId)) : all).map((file) => ({
      ...file,
      excerpt: found?.get(file.fileId) ?? '',
      mayChange: file.detached === null && may(file.step, file.kind),
    }));
    return { files: sortFiles(files, input.sort, order), places, total: all.length };
  });
