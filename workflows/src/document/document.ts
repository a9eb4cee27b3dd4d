import { objectionToAskingOneself } from '@tinhgon/rules/consultation/arrival';
import { objectionToSavedDates } from '@tinhgon/rules/dates/arrival';
import { consultationCounts } from '@tinhgon/rules/consultation/state';
import type { StampedDocumentCommand } from '@tinhgon/rules/document/command';
import { linkedProcedures } from '@tinhgon/rules/document/coverage';
import { decideDocument } from '@tinhgon/rules/document/decide';
import { documentAfterNews, documentTick } from '@tinhgon/rules/document/hear';
import type { DocumentEvent } from '@tinhgon/rules/document/event';
import { evolveDocument } from '@tinhgon/rules/document/evolve';
import { type DocumentStart, startDocument } from '@tinhgon/rules/document/start';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { documentMessages, type DocumentNews, type PlanLinkNews } from '@tinhgon/rules/messages';
import { PLACE_OF } from '@tinhgon/rules/subject-kinds';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { documentSubject } from '../subject/messages.ts';
import type { SubjectRules } from '../subject/rules.ts';
import { runSubject, type SubjectEnd } from '../subject/run-subject.ts';
import { workPortrait } from '../subject/work-portrait.ts';
import { fill } from '../words.ts';
import { type DocumentInput, documentUpdates, planLinkNewsSignal } from './messages.ts';

interface DocumentTypes {
  start: DocumentStart;
  state: DocumentState;
  event: DocumentEvent;
  command: StampedDocumentCommand;
  heard: PlanLinkNews;
  told: DocumentNews;
}

const rules: SubjectRules<DocumentTypes> = {
  place: PLACE_OF.document,
  subject: documentSubject,
  commandTypes: Object.keys(documentUpdates),
  hears: { signal: planLinkNewsSignal.name, events: documentAfterNews },
  tells: { receivers: 'plan', news: documentMessages },
  begin: startDocument,
  evolve: evolveDocument,
  decide: decideDocument,
  objectionOnArrival: (state, command) =>
    objectionToSavedDates(state, command) ?? objectionToAskingOneself(state, command),
  tick: documentTick,
  waiting: (state) => state.steps,
  isFinished: (state) => isClosed(state.phase) && state.corrections.length === 0,
  portrait: (state, words) => {
    const work = workPortrait(state, linkedProcedures(state).length, words);
    const counts = consultationCounts(state);
    return {
      ...work,
      facts: counts.asked > 0 ? [...work.facts, fill(words.supervisor.consultation, counts)] : work.facts,
      title: `${words.domain.documentType[state.type]} ${state.code} · ${state.header.title}`,
    };
  },
};

/** `document/{code}`: steps 4–12 of one legal document; tells its plans what happened. */
export async function document(input: DocumentInput): Promise<SubjectEnd> {
  return runSubject(rules, input);
}
