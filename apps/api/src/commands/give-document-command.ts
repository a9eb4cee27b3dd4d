import { contentsOf, storeContent } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import { dayOf } from '@tinhgon/rules/day';
import type { DocumentContent } from '@tinhgon/rules/content';
import { heirOf } from '@tinhgon/database/queries/catalogue/ended-agency';
import { objectionToSavedDates } from '@tinhgon/rules/dates/arrival';
import { withDatesOf } from '@tinhgon/rules/dates/header';
import type { DocumentCommand, DocumentFacts, StampedDocumentCommand } from '@tinhgon/rules/document/command';
import { objectionToDocumentCommand } from '@tinhgon/rules/document/objections';
import { leavesVersion } from '@tinhgon/rules/leaves-version';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { hashOf } from '@tinhgon/rules/hash';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { Refusal, refuse } from '../errors/refusal.ts';
import type { RequestContext } from '../request-context.ts';
import { authorsOf } from './authors-of.ts';
import { checkRemarkLine } from './check-remark.ts';
import { give } from './give.ts';
import { checkAgencies } from './references.ts';
import { storing } from './storing.ts';
import { standingOf } from './subject-state.ts';

/** A person's command to a legal document. Throws Refusal. */
export async function giveDocumentCommand(
  context: RequestContext,
  actor: Actor,
  code: string,
  command: DocumentCommand,
): Promise<CommandAnswer> {
  // Documents are seen by everyone signed in.
  const standing = await standingOf(context, 'document', code);
  const stamped = await stamp(context, actor, standing.state, command);
  // A client that is behind or repeats itself is the workflow's to judge; one that is up to date hears at once.
  if (!leavesVersion(command.type) && command.expectedVersion === standing.state.version) {
    const objection =
      objectionToDocumentCommand(standing.state, stamped, new Date().toISOString()) ??
      objectionToSavedDates(standing.state, stamped);
    if (objection) throw new Refusal(objection);
  }
  return await give(context, 'document', code, stamped);
}

async function stamp(
  context: RequestContext,
  actor: Actor,
  state: DocumentState,
  command: DocumentCommand,
): Promise<StampedDocumentCommand> {
  switch (command.type) {
    case 'saveContent': {
      const { content, ...rest } = command;
      await storing(async () => {
        if (state.promulgation) await checkOnlyAnnouncement(context, state, content);
        await storeContent(context.db, content);
      });
      return { ...rest, facts: documentFacts(content), actor };
    }
    case 'askConsultation':
      await storing(() =>
        checkAgencies(
          context.db,
          command.agencies.map((asked, index) => ({ code: asked, field: `agencies.${index}` })),
          dayOf(new Date().toISOString()),
        ),
      );
      return { ...command, actor };
    case 'confirmCorrection': {
      if (!isClosed(state.phase)) return { ...command, actor };
      const today = dayOf(new Date().toISOString());
      return { ...command, ...(await storing(() => heirOf(context.db, state.leadAgency, today))), actor };
    }
    case 'remark':
      await checkRemarkLine(context.db, state, command);
      return { ...command, actor };
    case 'confirmChanges':
      return {
        ...command,
        authors: await authorsOf(context, state, command.remarkIds),
        actor,
      };
    case 'reassign': {
      const assignee = await context.people.byId(command.to);
      if (!assignee) throw refuse('UNKNOWN_PERSON', { field: 'to' });
      return { ...command, assignee, actor };
    }
    default:
      return { ...command, actor };
  }
}

/** What was signed stays as it was signed. Throws Refusal STEP_NOT_OPEN. */
async function checkOnlyAnnouncement(
  { db }: RequestContext,
  state: DocumentState,
  content: DocumentContent,
): Promise<void> {
  const stored = (await contentsOf(db, [state.content])).get(state.content) as DocumentContent | undefined;
  const signed = stored && withDatesOf(stored, state.header);
  const changed = Object.entries(content).find(
    ([key, value]) =>
      key !== 'announcement' && hashOf(value) !== hashOf(signed?.[key as keyof DocumentContent] ?? null),
  );
  if (changed) throw refuse('STEP_NOT_OPEN', { field: `content.${changed[0]}` });
}

export function documentFacts(content: DocumentContent): DocumentFacts {
  const { title, articles, plannedSigningOn, plannedInForceOn } = content;
  const material = hashOf({ title, articles });
  return {
    content: hashOf(content),
    material,
    articles: hashOf(articles).slice(0, 32),
    articleList: articles.map((article) => hashOf(article).slice(0, 16)),
    header: { title, plannedSigningOn, plannedInForceOn },
  };
}
