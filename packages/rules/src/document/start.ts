import type { Actor } from '../actor.ts';
import { doer, handsOf } from '../person.ts';
import { starter } from '../plan/start.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Chain } from '../chain.ts';
import type { Instant } from '../day.ts';
import { documentChain } from '../default-chains.ts';
import type { DocumentType } from '../vocabulary.ts';
import type { DocumentFacts } from './command.ts';
import type { DocumentEvent } from './event.ts';

export interface DocumentStart {
  readonly code: string;
  readonly programme: string;
  readonly leadAgency: string;
  readonly type: DocumentType;
  readonly shortened: boolean;
  readonly facts: DocumentFacts;
  readonly calendar: WorkingCalendar;
  /** The chain of the day; the product's own when left out. */
  readonly chain?: Chain;
  readonly actor: Actor;
  readonly commandId: string;
}

/** The first event of a document: it waits until a plan linked to it is approved. */
export function startDocument(start: DocumentStart, now: Instant): DocumentEvent {
  const { code, programme, leadAgency, type, shortened, facts, calendar, actor } = start;
  const by = starter(actor, leadAgency, 'document');
  return {
    type: 'documentStarted',
    seq: 1,
    version: 1,
    at: now,
    ...by,
    commandId: start.commandId,
    state: {
      kind: 'document',
      schemaVersion: 1,
      rulesVersion: 1,
      code,
      type,
      shortened,
      programme,
      leadAgency,
      header: facts.header,
      firstPlannedInForceOn: facts.header.plannedInForceOn,
      chain: start.chain ?? documentChain({ type, shortened }),
      calendar,
      phase: 'waiting',
      createdBy: doer(by),
      editors: handsOf(doer(by)),
      content: facts.content,
      ...(facts.material ? { material: facts.material } : {}),
      ...(facts.articles ? { articles: facts.articles } : {}),
      ...(facts.articleList ? { articleList: facts.articleList } : {}),
      links: {},
      steps: [],
      finishedSteps: [],
      approvals: [],
      promulgation: null,
      announcements: [],
      databaseEntries: [],
      displays: [],
      corrections: [],
    },
  };
}
