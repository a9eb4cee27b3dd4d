import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admin, duc, hoa, lan, minh, person, phap, stranger } from '../../tests/people.ts';
import { facts, newDocument, newPlan, planCommand, T0, walk } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import type { ErrorCode } from '../errors.ts';
import type { StampedPlanCommand } from '../plan/command.ts';
import { decidePlan } from '../plan/decide.ts';
import { evolvePlan } from '../plan/evolve.ts';
import { lanesOf } from '../plan/lanes.ts';
import { planContentHash, type PlanState } from '../plan/state.ts';
import { remarkEvent } from './decide.ts';
import { lineAt, lineCount, linesOf } from './lines.ts';
import { objectionToRemark, objectionToResolving } from './objections.ts';
import { isWaiting, MAX_REMARKS, remarksOf } from './state.ts';

const ID = '00000000-0000-4000-8000-0000000000aa';
const given = (state: PlanState, actor: Actor, command: object) =>
  ({ commandId: ID, expectedVersion: state.version, actor, ...command }) as StampedPlanCommand;
const does = (state: PlanState, actor: Actor, command: object): PlanState => {
  const result = decidePlan(state, given(state, actor, command), T0);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value.reduce(evolvePlan, state);
};
const refusal = (state: PlanState, actor: Actor, command: object): ErrorCode | null => {
  const result = decidePlan(state, given(state, actor, command), T0);
  return result.ok ? null : result.rejection.code;
};
const remark = { type: 'remark', procedureCode: '1.001', field: 'papers', text: 'Sao còn sổ hộ khẩu?' };
const answer = { type: 'answerRemark', remarkId: ID, text: 'Đã bỏ' };
const resolve = { type: 'resolveRemark', remarkId: ID };
const reopen = { type: 'reopenRemark', remarkId: ID };
const approve = (state: PlanState) => ({ type: 'approve', contentHash: planContentHash(state) });

const submitted = does(newPlan(), lan, { type: 'submit' });
const remarked = does(submitted, duc, remark);

describe('a remark of a check', () => {
  it('says which check it is of and on what content, and leaves the version alone', () => {
    expect(remarksOf(remarked)).toEqual([
      expect.objectContaining({ id: ID, check: 'quality-check', content: submitted.content, words: 0 }),
    ]);
    expect(remarked.version).toBe(submitted.version);
    expect(refusal(submitted, duc, { ...remark, expectedVersion: 0 })).toBeNull();
  });

  it('is answered by those who draft, and by nobody else', () => {
    expect(remarksOf(does(remarked, lan, answer))[0]).toMatchObject({ answeredBy: { id: 'lan' }, words: 1 });
    for (const other of [duc, minh, stranger]) {
      expect(remarksOf(does(remarked, other, answer)).some(isWaiting)).toBe(true);
    }
  });

  it('waits again when its author asks on, and when it is reopened', () => {
    const answered = does(remarked, lan, answer);
    expect(remarksOf(does(answered, duc, answer)).some(isWaiting)).toBe(true);
    // Another voice takes no answer back.
    expect(remarksOf(does(answered, minh, answer)).some(isWaiting)).toBe(false);
    const settled = does(answered, duc, { ...resolve, text: 'Đồng ý' });
    expect(remarksOf(settled)[0]).toMatchObject({ resolvedBy: { id: 'duc' }, resolvedAt: T0, words: 2 });
    expect(remarksOf(does(settled, duc, reopen))[0]).toEqual({
      ...remarksOf(remarked)[0],
      words: 2,
    });
  });

  it('keeps its author from approving, and the drafter from handing in again, until it is answered', () => {
    expect(refusal(remarked, duc, approve(remarked))).toBe('REMARK_UNANSWERED');
    expect(refusal(remarked, person('khac', ['procedure-control']), approve(remarked))).toBeNull();
    const returned = does(remarked, duc, { type: 'return', reason: 'xem nhận xét' });
    expect(refusal(returned, lan, { type: 'submit' })).toBe('REMARK_UNANSWERED');
    const again = does(does(returned, lan, answer), lan, { type: 'submit' });
    expect(refusal(again, duc, approve(again))).toBeNull();
    const settled = does(remarked, duc, resolve);
    expect(refusal(settled, duc, approve(settled))).toBeNull();
  });

  it('is settled by its author or another who decides there, not by those it is about', () => {
    expect(refusal(remarked, duc, resolve)).toBeNull();
    expect(refusal(remarked, person('khac', ['procedure-control']), resolve)).toBeNull();
    for (const other of [lan, minh, admin, stranger, person('x', ['procedure-control'], { agency: 'BYT' })]) {
      expect(refusal(remarked, other, resolve)).toBe('NOT_YOUR_REMARK');
    }
    const edited = { ...remarked, editors: [...remarked.editors, 'khac'] };
    expect(refusal(edited, person('khac', ['procedure-control']), resolve)).toBe('NOT_YOUR_REMARK');
  });
});

describe('a remark outside a check', () => {
  const noted = does(submitted, minh, remark);

  it('belongs to no check: neither editors nor onlookers speak for one', () => {
    expect(remarksOf(noted)[0]).not.toHaveProperty('check');
    expect(remarksOf(does(newPlan(), duc, remark))[0]).not.toHaveProperty('check');
    const edited = does(newPlan(), hoa, { type: 'saveContent', facts: facts(1) });
    expect(remarksOf(does(does(edited, lan, { type: 'submit' }), hoa, remark))[0]).not.toHaveProperty(
      'check',
    );
  });

  it('holds up nobody but its author', () => {
    const back = does(noted, duc, { type: 'return', reason: 'x' });
    expect(refusal(back, lan, { type: 'submit' })).toBeNull();
    const next = does(noted, duc, approve(noted));
    expect(refusal(next, minh, approve(next))).toBe('REMARK_UNANSWERED');
  });

  it('is settled by its author, and by those who draft once it is answered', () => {
    expect(refusal(noted, minh, resolve)).toBeNull();
    expect(refusal(noted, lan, resolve)).toBe('REMARK_UNANSWERED');
    const answered = does(noted, duc, answer);
    expect(refusal(answered, lan, resolve)).toBeNull();
    expect(refusal(answered, duc, resolve)).toBe('NOT_YOUR_REMARK');
  });
});

describe('what is refused', () => {
  const settled = does(remarked, duc, resolve);
  const cases: [string, PlanState, Actor, object, ErrorCode][] = [
    [
      'a procedure that is not in the plan',
      submitted,
      duc,
      { ...remark, procedureCode: '9' },
      'UNKNOWN_PROCEDURE',
    ],
    ['answering nothing', submitted, lan, answer, 'UNKNOWN_REMARK'],
    ['answering what is settled', settled, lan, answer, 'REMARK_RESOLVED'],
    ['settling twice', settled, duc, resolve, 'REMARK_RESOLVED'],
    ['reopening what is open', remarked, duc, reopen, 'REMARK_OPEN'],
    ['reopening for others', settled, lan, reopen, 'NOT_YOUR_REMARK'],
    ['an auditor', submitted, person('a', [], { roles: ['auditor'] }), remark, 'FORBIDDEN'],
    ['a closed plan', does(submitted, lan, { type: 'withdraw', reason: 'x' }), duc, remark, 'SUBJECT_CLOSED'],
    [
      'more than a plan can carry',
      { ...submitted, remarks: Array(MAX_REMARKS).fill(remarksOf(remarked)[0]) },
      duc,
      remark,
      'TOO_LARGE',
    ],
  ];
  it.each(cases)('%s', (_name, state, actor, command, code) => {
    expect(refusal(state, actor, command)).toBe(code);
  });
});

it('holds for documents alike', () => {
  const document = newDocument();
  const command = {
    type: 'remark',
    commandId: ID,
    actor: phap,
    field: 'articles',
    index: 0,
    text: 'x',
  } as const;
  expect(objectionToRemark(document, command)).toBeNull();
  expect(remarkEvent(document, command)).toEqual({
    type: 'remarked',
    remark: { id: ID, field: 'articles', index: 0, content: document.content },
    text: 'x',
  });
  const kept = { id: ID, field: 'articles', by: phap, at: T0, content: document.content, words: 0 };
  expect(objectionToResolving(document, { ...kept, check: 'appraisal' }, duc)).toMatchObject({
    code: 'NOT_YOUR_REMARK',
  });
  expect(objectionToResolving(document, { ...kept, by: duc, check: 'appraisal' }, phap)).toBeNull();
});

it('finds the line a remark is about', () => {
  const content = {
    measures: [
      {
        procedureCode: '1',
        proposed: { papers: [{ name: 'Tờ khai' }], feeDong: 5 },
        current: { steps: ['Nộp'] },
      },
    ],
  };
  const papers = linesOf(content, { field: 'papers', procedureCode: '1' });
  expect([lineCount(papers), lineAt(papers, 0), lineAt(papers, 1)]).toEqual([1, 'Tờ khai', null]);
  expect(lineAt(linesOf(content, { field: 'steps', procedureCode: '1' }), 0)).toBe('Nộp');
  expect(linesOf(content, { field: 'fee', procedureCode: '1' })).toEqual([null, 5]);
  expect(linesOf({ articles: ['Điều 1'] }, { field: 'articles' })).toEqual([null, ['Điều 1']]);
  expect(lineCount(linesOf(undefined, { field: 'papers', procedureCode: '1' }))).toBe(0);
});

it('whatever people say: nobody approves over their own question, no check is passed over', () => {
  let said = 0;
  fc.assert(
    fc.property(walk, (draws) => {
      let plan = newPlan();
      for (const draw of draws) {
        const result = decidePlan(plan, planCommand(plan, draw), T0);
        if (!result.ok) continue;
        const lanes = lanesOf(plan);
        // Of a plan in several lanes only the lane's own procedures are at stake.
        const waitingAt = (step: string) => {
          const own = lanes.find((lane) => lane.step.key === step)?.procedureCodes ?? [];
          return remarksOf(plan)
            .filter(isWaiting)
            .filter(({ procedureCode }) => procedureCode === undefined || own.includes(procedureCode));
        };
        for (const event of result.value) {
          if (event.type === 'approved') {
            expect(waitingAt(event.step).map(({ by }) => by.id)).not.toContain(event.actor.id);
          }
          if (event.type === 'submitted') {
            expect(waitingAt(event.step).filter(({ check }) => check)).toEqual([]);
          }
          plan = evolvePlan(plan, event);
        }
        said += remarksOf(plan).length;
        expect(new Set(remarksOf(plan).map(({ id }) => id)).size).toBe(remarksOf(plan).length);
      }
    }),
    { numRuns: 200 },
  );
  expect(said).toBeGreaterThan(100);
});
