import { agencyByCode, type Db, getDocument, getPlan } from '@tinhgon/database';
import { mayReadFiles } from '@tinhgon/database/queries/files/file-to-read';
import { getConsultations } from '@tinhgon/database/queries/consultation/get-consultations';
import { proceduresOfDocument } from '@tinhgon/database/queries/papers/procedures-of-document';
import type { Actor } from '@tinhgon/rules/actor';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { dayOf } from '@tinhgon/rules/day';
import { codeSchema } from '@tinhgon/rules/text';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refuse } from '../errors/refusal.ts';
import { disposition } from '../files/file-name.ts';
import type { RequestContext } from '../request-context.ts';
import { readOn, today } from '../routes/as-at.ts';
import { found } from '../routes/found.ts';
import { announcementDecision } from '@tinhgon/papers/announcement-decision';
import { consultationNotice } from '@tinhgon/papers/consultation-notice';
import { type Issuer, issuerOf } from '@tinhgon/papers/issuer';
import { type Block, paper } from '@tinhgon/papers/layout';
import { roundOf, typedRound } from '@tinhgon/papers/letter-round';
import { submission } from '@tinhgon/papers/submission';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const address = z.object({ code: codeSchema });
/** `part`: the announcement on record to print; what has not been announced when left out. */
const announcementQuery = z.strictObject({
  part: z.string().max(40).optional(),
  lang: z.string().optional(),
});

/** `asked`: one of those asked together, the last ones when left out; `alone`: a letter to that party only. */
const letterQuery = z.strictObject({
  asked: z.string().max(40).optional(),
  alone: z.enum(['true', 'false']).optional(),
  lang: z.string().optional(),
});

/**
 * Papers as Word files, from what is recorded: `GET /plans/{code}/papers/submission.docx`,
 * `GET /documents/{code}/papers/announcement-decision.docx` and `…/consultation-notice.docx`, for whoever sees the
 * content they print.
 */
export async function paperRoutes(
  scope: FastifyInstance,
  options: { readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => RequestContext },
): Promise<void> {
  scope.get('/plans/:code/papers/submission.docx', async (request, reply) => {
    const { db, actor, code } = await asked(request, reply);
    const { view } = found(await getPlan(db, actor, code, await readOn(db)));
    const submitted = view.history.find((entry) => entry.type === 'submitted' && entry.step === 'review');
    const blocks = submission({
      plan: view,
      lead: await issuer(db, view.leadAgency.code),
      submittedOn: submitted ? dayOf(submitted.at) : null,
    });
    return send(reply, `Tờ trình ${code}`, blocks);
  });

  scope.get('/documents/:code/papers/announcement-decision.docx', async (request, reply) => {
    const { db, actor, code } = await asked(request, reply);
    const { part } = announcementQuery.parse(request.query);
    const document = await readable(db, actor, code);
    const { evidence, measures } = document;
    const announced = evidence.find(({ id, kind }) => kind === 'announcement' && id === part);
    if (part !== undefined && !announced) throw refuse('UNKNOWN_EVIDENCE', { field: 'part' });
    const open = new Set(measures.filter((one) => !one.announced).map((one) => one.procedureCode));
    const covered = announced ? new Set(announced.procedureCodes) : open;
    const all = await proceduresOfDocument(db, actor, code);
    const blocks = announcementDecision({
      document,
      lead: await issuer(db, document.leadAgency.code),
      procedures: all.filter((procedure) => covered.has(procedure.code)),
      announced: announced
        ? { number: announced.number, day: announced.date, signer: signerOf(document, announced) }
        : null,
    });
    return send(reply, `Quyết định công bố ${announced?.number ?? code}`, blocks);
  });

  scope.get('/documents/:code/papers/consultation-notice.docx', async (request, reply) => {
    const { db, actor, code } = await asked(request, reply);
    const { asked: id, alone } = letterQuery.parse(request.query);
    const document = await readable(db, actor, code);
    const { view } = found(await getConsultations(db, actor, code, today()));
    const round = roundOf(view.consultations, { asked: id, alone: alone === 'true' });
    if (id !== undefined && !round) throw refuse('NOT_FOUND', { field: 'asked' });
    const blocks = consultationNotice({
      document,
      lead: await issuer(db, document.leadAgency.code),
      round: round ?? typedRound(document.content),
    });
    return send(reply, `Công văn lấy ý kiến ${code}`, blocks);
  });

  async function asked(request: FastifyRequest, reply: FastifyReply) {
    const context = options.contextOf(request, reply);
    const actor = await context.authenticate();
    const { code } = address.parse(request.params);
    return { db: context.db, actor, code };
  }
}

/** Throws Refusal NOT_FOUND where what is being drafted is not the reader's to see. */
async function readable(db: Db, actor: Actor, code: string) {
  if (!(await mayReadFiles(db, actor, `document/${code}`))) throw refuse('NOT_FOUND');
  return found(await getDocument(db, actor, code, { ...(await readOn(db)), now: new Date().toISOString() }))
    .view;
}

/**
 * Who signed an announcement here: whoever recorded it at its step. What was imported or corrected was recorded by
 * somebody else than its signer, whom nobody has named.
 */
const signerOf = (
  { history }: Pick<DocumentView, 'history'>,
  announced: DocumentView['evidence'][number],
): DocumentView['evidence'][number]['recordedBy'] | null =>
  history.some(
    ({ type, step, at, actor }) =>
      type === 'evidenceRecorded' &&
      step === 'sign-announcement' &&
      at === announced.recordedAt &&
      actor.id === announced.recordedBy.id,
  )
    ? announced.recordedBy
    : null;

async function issuer(db: Db, code: string): Promise<Issuer> {
  const agency = await agencyByCode(db, code);
  return issuerOf(agency ?? { code, nameVi: code, kind: 'unit' });
}

async function send(reply: FastifyReply, name: string, blocks: readonly Block[]): Promise<FastifyReply> {
  const file = await paper(name, blocks);
  return reply
    .header('content-type', WORD)
    .header('cache-control', 'no-store')
    .header('content-disposition', disposition(`${name.replaceAll('/', '-')}.docx`))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(file);
}
