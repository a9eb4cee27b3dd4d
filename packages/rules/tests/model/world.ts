import { VIETNAM_CALENDAR } from '../../src/calendar-vietnam.ts';
import type { Chain } from '../../src/chain.ts';
import type { DocumentEvent } from '../../src/document/event.ts';
import { decideDocument } from '../../src/document/decide.ts';
import { evolveDocument } from '../../src/document/evolve.ts';
import { documentAfterNews, documentTick } from '../../src/document/hear.ts';
import { startDocument } from '../../src/document/start.ts';
import type { DocumentState } from '../../src/document/state.ts';
import type { StampedDocumentCommand } from '../../src/document/command.ts';
import type { Instant } from '../../src/days.ts';
import type { Rejection } from '../../src/errors.ts';
import { hashOf } from '../../src/hash.ts';
import { documentMessages, type DocumentNews, type PlanLinkNews, planMessages } from '../../src/messages.ts';
import { SYSTEM } from '../../src/person.ts';
import type { StampedPlanCommand } from '../../src/plan/command.ts';
import { decidePlan } from '../../src/plan/decide.ts';
import type { PlanEvent } from '../../src/plan/event.ts';
import { evolvePlan } from '../../src/plan/evolve.ts';
import { isClosed } from '../../src/vocabulary.ts';
import { splitOffEvent } from '../../src/plan/split.ts';
import { planAfterNews, planTick } from '../../src/plan/hear.ts';
import { startPlan } from '../../src/plan/start.ts';
import type { PlanState } from '../../src/plan/state.ts';
import { facts, T0 } from '../walks.ts';
import { hoa, lan } from '../people.ts';

const ID = '00000000-0000-4000-8000-000000000000';

export interface PlanLife {
  readonly events: PlanEvent[];
  state: PlanState;
}
export interface DocumentLife {
  readonly events: DocumentEvent[];
  state: DocumentState;
}

/** Several plans and documents that tell each other news, as their workflows do: the newest per receiver is owed. */
export class ManySubjects {
  readonly plans = new Map<string, PlanLife>();
  readonly documents = new Map<string, DocumentLife>();
  readonly toDocuments = new Map<string, { readonly to: string; readonly news: PlanLinkNews }>();
  readonly toPlans = new Map<string, { readonly to: string; readonly news: DocumentNews }>();
  now: Instant = T0;

  startPlan(code: string, leadAgency: string, documents: readonly string[], chain?: Chain): void {
    const event = startPlan(
      {
        code,
        programme: '896',
        year: 2026,
        leadAgency,
        approvalLevel: 'minister',
        facts: facts(0, documents),
        calendar: VIETNAM_CALENDAR,
        actor: lan,
        commandId: ID,
        ...(chain ? { chain } : {}),
      },
      this.now,
    );
    this.plans.set(code, { events: [event], state: evolvePlan(null, event) });
  }

  startDocument(code: string, type: 'circular' | 'decree', chain?: Chain): void {
    const header = { title: code, plannedSigningOn: '2026-09-01', plannedInForceOn: '2026-10-15' };
    const begun = {
      code,
      programme: '896',
      leadAgency: 'BTP',
      type,
      shortened: false,
      facts: { content: hashOf({ code }), header },
      calendar: VIETNAM_CALENDAR,
      actor: hoa,
      commandId: ID,
      ...(chain ? { chain } : {}),
    };
    const event = startDocument(begun, this.now);
    this.documents.set(code, { events: [event], state: evolveDocument(null, event) });
  }

  plan(code: string): PlanLife {
    return must(this.plans.get(code), code);
  }

  document(code: string): DocumentLife {
    return must(this.documents.get(code), code);
  }

  givePlan(code: string, command: StampedPlanCommand): readonly PlanEvent[] | Rejection {
    const decided = decidePlan(this.plan(code).state, command, this.now);
    return decided.ok ? this.recordPlan(code, decided.value) : decided.rejection;
  }

  giveDocument(code: string, command: StampedDocumentCommand): readonly DocumentEvent[] | Rejection {
    const decided = decideDocument(this.document(code).state, command, this.now);
    return decided.ok ? this.recordDocument(code, decided.value) : decided.rejection;
  }

  /** One of the messages on its way arrives, not always the oldest; false when nothing is owed. */
  deliver(pick: number): { readonly document: string; readonly plan: string } | boolean {
    const owed = [...this.toDocuments.keys(), ...this.toPlans.keys()];
    const key = owed[pick % Math.max(owed.length, 1)];
    if (key === undefined) return false;
    const stamp = { at: this.now, actor: SYSTEM };
    const forDocument = this.toDocuments.get(key);
    if (forDocument) {
      this.toDocuments.delete(key);
      const { to, news } = forDocument;
      const known = this.documents.get(to);
      if (!known) return true;
      const before = known.state.links[news.planCode]?.seq;
      this.recordDocument(to, documentAfterNews(known.state, news, stamp));
      const heard = this.document(to).state.links[news.planCode]?.seq !== before;
      return heard ? { document: to, plan: news.planCode } : true;
    }
    const forPlan = must(this.toPlans.get(key), key);
    this.toPlans.delete(key);
    const { documentCode, ...news } = forPlan.news;
    const { state } = this.plan(forPlan.to);
    this.recordPlan(forPlan.to, planAfterNews(state, documentCode, news, stamp));
    return true;
  }

  tick(): void {
    const stamp = { at: this.now, actor: SYSTEM };
    for (const [code, { state }] of this.plans) this.recordPlan(code, planTick(state, stamp));
    for (const [code, { state }] of this.documents) this.recordDocument(code, documentTick(state, stamp));
  }

  private recordPlan(code: string, events: readonly PlanEvent[]): readonly PlanEvent[] {
    const life = this.plan(code);
    for (const event of events) {
      const before = life.state;
      life.state = evolvePlan(before, event);
      life.events.push(event);
      this.owe(code, before, life.state);
      // The record takes the new plan in with the event that split it off, and its workflow begins there.
      if (event.type === 'split') {
        const first = splitOffEvent(event);
        const state = evolvePlan(null, first);
        this.plans.set(event.into, { events: [first], state });
        if (!isClosed(state.phase)) this.owe(event.into, null, state);
      }
    }
    return events;
  }

  private owe(code: string, before: PlanState | null, after: PlanState): void {
    for (const { to, news } of planMessages(before, after)) {
      this.toDocuments.set(`plan ${code} ${to}`, { to, news });
    }
  }

  private recordDocument(code: string, events: readonly DocumentEvent[]): readonly DocumentEvent[] {
    const life = this.document(code);
    for (const event of events) {
      const before = life.state;
      life.state = evolveDocument(before, event);
      life.events.push(event);
      for (const { to, news } of documentMessages(before, life.state)) {
        this.toPlans.set(`document ${code} ${to}`, { to, news });
      }
    }
    return events;
  }
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`there is no ${what}`);
  return value;
}
