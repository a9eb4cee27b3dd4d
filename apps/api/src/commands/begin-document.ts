import { storeContent } from '@tinhgon/database';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { chainOn } from '@tinhgon/database/queries/terms/chains';
import type { Actor } from '@tinhgon/rules/actor';
import type { StartDocumentInput } from '@tinhgon/rules/content';
import { objectionToDateOrder } from '@tinhgon/rules/dates/arrival';
import { dayOf, yearOf } from '@tinhgon/rules/day';
import { objectionToStarting } from '@tinhgon/rules/plan/start';
import { documentChainId } from '@tinhgon/rules/default-chains';
import type { DocumentType } from '@tinhgon/rules/vocabulary';
import { documentSubject } from '@tinhgon/workflows/subject/messages';
import { documentStartOptions } from '@tinhgon/workflows/subject/start-options';
import { Refusal } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { beginSubject } from './begin.ts';
import { documentFacts } from './give-document-command.ts';
import { checkAgencies, checkProgramme } from './references.ts';
import { storing } from './storing.ts';

/** As the numbers of legal documents abbreviate them: L, NĐ-CP, QĐ-TTg, TT. */
const ABBREVIATION: Record<DocumentType, string> = {
  law: 'L',
  decree: 'ND',
  'pm-decision': 'QD',
  circular: 'TT',
};

/** Starts a legal document for the actor's own agency: drafting it is a drafter's right, as a plan is. Throws Refusal. */
export async function beginDocument(
  context: RequestContext,
  actor: Actor,
  input: StartDocumentInput & { readonly commandId: string },
) {
  const { db, deployment, taskQueue } = context;
  const { code, type, shortened, programme, leadAgency, commandId, ...content } = input;
  const today = dayOf(new Date().toISOString());
  const facts = documentFacts(content);
  const order = objectionToDateOrder(facts.header);
  if (order) throw new Refusal(order);
  const { calendar, chain } = await storing(async () => {
    await checkAgencies(db, [{ code: leadAgency, field: 'leadAgency' }], today);
    const objection = objectionToStarting(actor, leadAgency, 'document');
    if (objection) throw new Refusal(objection);
    await checkProgramme(db, programme, today);
    await storeContent(db, content);
    return {
      calendar: await currentCalendar(db),
      chain: await chainOn(db, documentChainId({ type, shortened }), today),
    };
  });
  return await beginSubject(context, {
    actor,
    commandId,
    code,
    prefix: `${leadAgency}-${ABBREVIATION[type]}-${yearOf(today)}`,
    subjectOf: documentSubject,
    startOf: (given) => {
      const begin = context.sign(documentSubject(given), {
        code: given,
        programme,
        leadAgency,
        type,
        shortened,
        facts,
        calendar,
        chain,
        actor,
        commandId,
      });
      return { begin, start: documentStartOptions({ deployment, begin }, taskQueue) };
    },
  });
}
