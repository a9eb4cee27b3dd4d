import { describe, expect, it } from 'vitest';
import { admin, duc, lan, minh, office, stranger } from '../../tests/people.ts';
import { editedFacts, facts, newDocument, newPlan, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import type { ErrorCode } from '../errors.ts';
import type { DocumentState } from '../document/state.ts';
import { evolveDocument } from '../document/evolve.ts';
import { documentAfterNews } from '../document/hear.ts';
import { documentMessages, type PlanLinkNews, planMessages } from '../messages.ts';
import { SYSTEM } from '../person.ts';
import type { StampedPlanCommand } from './command.ts';
import { decidePlan } from './decide.ts';
import { evolvePlan } from './evolve.ts';
import { planAfterNews } from './hear.ts';
import { countingMeasures } from './lanes.ts';
import { planContentHash, type PlanState } from './state.ts';

const decided = (state: PlanState, actor: Actor, command: object) =>
  decidePlan(
    state,
    {
      commandId: '00000000-0000-4000-8000-000000000001',
      expectedVersion: state.version,
      actor,
      ...command,
    } as StampedPlanCommand,
    T0,
  );
function does(state: PlanState, actor: Actor, command: object): PlanState {
  const result = decided(state, actor, command);
  if (!result.ok) throw new Error(result.rejection.code);
  return result.value.reduce(evolvePlan, state);
}
const refusal = (state: PlanState, actor: Actor, command: object): ErrorCode | null => {
  const result = decided(state, actor, command);
  return result.ok ? null : result.rejection.code;
};
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });
const reopen = { type: 'reopen', reason: 'Có thủ tục phải làm lại', evidenceAnew: true };
const withdraw = { type: 'withdraw', reason: 'x' };
const refuse = { type: 'refuse', reason: 'x' };

function approved(state: PlanState): PlanState {
  const submitted = does(state, lan, { type: 'submit' });
  const checked = does(submitted, duc, approve(submitted));
  return does(checked, minh, approve(checked));
}
const evidenced = {
  seq: 9,
  phase: 'done' as const,
  steps: [],
  inForceOn: '2026-04-01',
  evidenced: ['1.001', '1.002', '1.003'],
};
const carried = approved(newPlan());
const done = planAfterNews(carried, 'TT-1', evidenced, { at: T0, actor: SYSTEM }).reduce(evolvePlan, carried);
const reopened = does(done, office, reopen);
/** The plan once its documents have said again which evidence they have. */
function answered(state: PlanState, of: Partial<typeof evidenced> = {}): PlanState {
  const news = { ...evidenced, seq: (state.documents['TT-1']?.seq ?? 0) + 1, ...of };
  return planAfterNews(state, 'TT-1', news, { at: T0, actor: SYSTEM }).reduce(evolvePlan, state);
}

describe('a plan that is done', () => {
  it('is open for editing again, with time to answer in, and its past kept', () => {
    expect(done.phase).toBe('done');
    expect(reopened).toMatchObject({
      phase: 'returned',
      step: { key: 'review', openedAt: T0, dueOn: '2026-06-30' },
      finishedSteps: done.finishedSteps,
      approvals: done.approvals,
    });
    expect(does(reopened, lan, { type: 'saveContent', facts: facts(7) }).step?.key).toBe('review');
  });

  it('keeps counting by its last approval until it is approved anew', () => {
    const edited = does(reopened, lan, { type: 'saveContent', facts: facts(7, ['TT-2']) });
    expect([reopened.inForce, edited.inForce]).toEqual([done.measures, done.measures]);
    const again = approved(edited);
    expect(again).not.toHaveProperty('inForce');
    // The new document has to bring its own evidence first.
    expect(again.phase).toBe('approved');
  });

  it('is done again when its approval leaves nothing to wait for', () => {
    const again = answered(approved(does(reopened, lan, { type: 'saveContent', facts: facts(7) })));
    expect([again.phase, again.step]).toEqual(['done', null]);
    expect(again).not.toHaveProperty('inForce');
  });

  it('is asked about again only where something material changed', () => {
    expect(answered(does(reopened, lan, { type: 'submit' })).phase).toBe('done');
    const edited = does(reopened, lan, { type: 'saveContent', facts: editedFacts(reopened, ['1.002'], 7) });
    const submitted = does(edited, lan, { type: 'submit' });
    expect([submitted.phase, submitted.aside]).toEqual([
      'approved',
      [expect.objectContaining({ procedureCodes: ['1.002'] })],
    ]);
    // What is on its way counts by its last approval, the rest by the one that stands.
    expect(countingMeasures(submitted).map((one) => one.hash)).toEqual(
      ['1.001', '1.003', '1.002'].map(
        (code) => done.measures.find((one) => one.procedureCode === code)?.hash,
      ),
    );
    const checked = does(submitted, duc, approve(submitted));
    expect(answered(does(checked, minh, approve(checked))).phase).toBe('done');
  });

  it('is taken back only by who could approve it, and goes on counting when its changes are refused', () => {
    expect(refusal(reopened, lan, withdraw)).toBe('NOT_YOUR_STEP');
    expect(does(reopened, minh, withdraw)).not.toHaveProperty('inForce');
    const edited = does(reopened, lan, { type: 'saveContent', facts: facts(7) });
    const refused = does(does(edited, lan, { type: 'submit' }), duc, refuse);
    expect([refused.phase, refused.inForce]).toEqual(['refused', done.measures]);
    expect(refusal(refused, lan, reopen)).toBe('NOT_YOUR_STEP');
    expect(does(refused, minh, reopen).inForce).toEqual(done.measures);
  });

  it('rests on the evidence its documents have today, not on what they last told it', () => {
    // It heard nothing of what was corrected while it was done.
    const stale = { ...evidenced, seq: 12, evidenced: ['1.001'] };
    expect(planAfterNews(done, 'TT-1', stale, { at: T0, actor: SYSTEM })).toEqual([]);
    const submitted = does(reopened, lan, { type: 'submit' });
    expect(submitted.phase).toBe('approved');
    expect(answered(submitted, { seq: 13, evidenced: ['1.001'] }).phase).toBe('carrying-out');
    expect(answered(submitted).phase).toBe('done');
  });

  it('has every document it names say again how it stands, though nothing changed there', () => {
    const [message] = planMessages(reopened, does(reopened, lan, { type: 'submit' }));
    if (!message) throw new Error('a plan that is approved tells its documents');
    const stamp = { at: T0, actor: SYSTEM };
    const [before] = planMessages(null, carried);
    const linked = before ? documentAfterNews(newDocument(), before.news, stamp) : [];
    const document = linked.reduce(evolveDocument, newDocument());
    const heard = documentAfterNews(document, message.news, stamp).reduce(evolveDocument, document);
    expect(documentMessages(document, heard)).toMatchObject([{ to: carried.code, news: { seq: heard.seq } }]);
    // Once for each time it is asked.
    const repeated = { ...message.news, seq: message.news.seq + 1 };
    const again = documentAfterNews(heard, repeated, stamp).reduce(evolveDocument, heard);
    expect(documentMessages(heard, again)).toEqual([]);
  });

  it('hears again how its documents stand once it is approved, whatever they said while it was checked', () => {
    const stamp = { at: T0, actor: SYSTEM };
    const hears = (document: DocumentState, news: PlanLinkNews | undefined) =>
      news ? documentAfterNews(document, news, stamp).reduce(evolveDocument, document) : document;
    const toFirst = (before: PlanState | null, after: PlanState) =>
      planMessages(before, after).find(({ to }) => to === 'TT-1')?.news;
    const document = hears(newDocument(), toFirst(null, carried));
    const all = ['1.001', '1.002', '1.003'];
    const edited = does(reopened, lan, { type: 'saveContent', facts: editedFacts(reopened, all, 7) });
    const submitted = does(edited, lan, { type: 'submit' });
    const asked = hears(document, toFirst(edited, submitted));
    const checked = does(submitted, duc, approve(submitted));
    // What it says while the plan is checked begins nothing.
    const early = documentMessages(document, asked).find(({ to }) => to === checked.code);
    const heard = answered(checked, early?.news as object);
    const passed = does(heard, minh, approve(heard));
    expect([early?.news.phase, heard.phase, passed.phase]).toEqual(['drafting', checked.phase, 'approved']);
    const told = hears(hears(asked, toFirst(submitted, checked)), toFirst(heard, passed));
    const answer = documentMessages(asked, told).find(({ to }) => to === passed.code);
    if (!answer) throw new Error('the document says nothing once the plan is approved');
    const news = { ...answer.news, seq: passed.seq + 9 };
    expect(planAfterNews(passed, 'TT-1', news, stamp).reduce(evolvePlan, passed).phase).toBe('carrying-out');
    // Nothing more is asked for by that.
    expect(planMessages(passed, answered(passed, { ...news, evidenced: [] } as object))).toEqual([]);
  });

  it('need not be reopened to hear of a document that was on its way before it was approved', () => {
    const stamp = { at: T0, actor: SYSTEM };
    const drafting: DocumentState = { ...newDocument(), phase: 'drafting' };
    const submitted = does(newPlan(), lan, { type: 'submit' });
    const [known] = planMessages(newPlan(), submitted);
    const linked = known
      ? documentAfterNews(drafting, known.news, stamp).reduce(evolveDocument, drafting)
      : drafting;
    const [told] = planMessages(does(submitted, duc, approve(submitted)), carried);
    if (!told) throw new Error('a plan that is approved tells its documents');
    const heard = documentAfterNews(linked, told.news, stamp).reduce(evolveDocument, linked);
    const answer = documentMessages(linked, heard).find(({ to }) => to === carried.code);
    expect(carried.phase).toBe('approved');
    if (!answer) throw new Error('the document says nothing once the plan is approved');
    const begun = planAfterNews(carried, 'TT-1', answer.news, stamp).reduce(evolvePlan, carried);
    expect(begun.phase).toBe('carrying-out');
  });

  it('tells its documents when it is submitted and approved, and not of a check between that changes nothing for them', () => {
    const submitted = does(newPlan(), lan, { type: 'submit' });
    const checked = does(submitted, duc, approve(submitted));
    expect(planMessages(newPlan(), submitted)).toHaveLength(1);
    expect(planMessages(submitted, checked)).toEqual([]);
    expect(planMessages(submitted, checked, { repeated: true })).toHaveLength(1);
    expect(planMessages(checked, does(checked, minh, approve(checked)))).toHaveLength(1);
  });

  it('means what it meant in a history from before documents were asked', () => {
    const old = does(done, office, { type: 'reopen', reason: 'x' });
    expect(old.documents).toEqual(done.documents);
    expect(does(old, lan, { type: 'submit' }).phase).toBe('done');
  });

  it('tells its documents nothing before it is submitted', () => {
    expect(planMessages(done, reopened)).toEqual([]);
  });
});

describe('a plan whose ministry has gone up in another since it was done', () => {
  const heir = { from: done.leadAgency, to: 'BNV' };
  const newLeader: Actor = {
    ...minh,
    id: 'moi',
    agency: 'BNV',
    assignments: [{ function: 'minister', agency: 'BNV' }],
  };

  it('opens under the agency that has its work now, and its history says so', () => {
    const result = decided(done, office, { ...reopen, heir });
    expect(result).toMatchObject({
      ok: true,
      value: [
        { type: 'agencyMoved', operation: 'successor', from: heir.from, to: 'BNV', seq: done.seq + 1 },
        { type: 'reopened', seq: done.seq + 2, version: done.version + 1, next: { agency: 'BNV' } },
      ],
    });
    const state = does(done, office, { ...reopen, heir });
    expect(state).toMatchObject({ leadAgency: 'BNV', formerAgencies: [heir.from], phase: 'returned' });
    expect(state.finishedSteps).toEqual(done.finishedSteps);
  });

  it('is reopened by who could approve it there', () => {
    expect(refusal(done, newLeader, reopen)).toBe('NOT_YOUR_STEP');
    expect(refusal(done, newLeader, { ...reopen, heir })).toBeNull();
    expect(refusal(done, minh, { ...reopen, heir })).toBe('NOT_YOUR_STEP');
  });

  it('stays where it is while its agency is there', () => {
    expect(does(done, office, { ...reopen, heir: { from: 'X', to: 'Y' } }).leadAgency).toBe(done.leadAgency);
  });
});

describe('who may reopen', () => {
  const submitted = does(newPlan(), lan, { type: 'submit' });
  const refused = does(submitted, duc, refuse);
  const withdrawn = does(submitted, lan, withdraw);
  const takenBack = does(carried, minh, withdraw);
  const cases: [string, PlanState, Actor, ErrorCode | null][] = [
    ['done, its approver', done, minh, null],
    ['done, a drafter', done, lan, 'NOT_YOUR_STEP'],
    ['done, an administrator', done, admin, 'NOT_YOUR_STEP'],
    ['done, an approver who edited it', { ...done, editors: ['minh'] }, minh, 'FOUR_EYES'],
    ['refused, its drafters', refused, lan, null],
    ['refused, who refused it', refused, duc, 'NOT_YOUR_STEP'],
    ['refused, the programme office', refused, office, 'NOT_YOUR_STEP'],
    ['withdrawn, its drafters', withdrawn, lan, null],
    ['withdrawn, another ministry', withdrawn, stranger, 'NOT_YOUR_STEP'],
    ['withdrawn after approval, its drafters', takenBack, lan, 'NOT_YOUR_STEP'],
    ['withdrawn after approval, its approver', takenBack, minh, null],
    ['open, its drafters', submitted, lan, 'SUBJECT_OPEN'],
  ];
  it.each(cases)('%s', (_name, state, actor, code) => {
    expect(refusal(state, actor, reopen)).toBe(code);
  });

  it('wants the version its author saw', () => {
    expect(refusal(refused, lan, { ...reopen, expectedVersion: 0 })).toBe('STALE_VERSION');
  });

  it('counts nothing of a plan that did not count', () => {
    for (const state of [does(refused, lan, reopen), does(takenBack, minh, reopen)]) {
      expect(countingMeasures(state)).toEqual([]);
      // Taken back after it was approved, it is asked about anew though nothing changed.
      expect(approved(state).phase).toBe('approved');
    }
  });
});
