import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chinhPhu, duc, hoa, lan, minh, niem, office, person, phap, tham, tra } from '../../tests/people.ts';
import { documentCommand, newDocument, T0, walk } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { countsOn } from '../counting.ts';
import { addDays, dayOf, type Instant, startOfDay } from '../days.ts';
import type { ErrorCode } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { PlanLinkNews } from '../messages.ts';
import type { DocumentType } from '../vocabulary.ts';
import { DOCUMENT_CHART } from './chart.ts';
import type { StampedDocumentCommand } from './command.ts';
import { evidencedProcedures } from './coverage.ts';
import { decideDocument } from './decide.ts';
import { documentAfterNews, documentTick } from './hear.ts';
import { evolveDocument } from './evolve.ts';
import { allEditors, documentContentHash, type DocumentState } from './state.ts';

const CODES = ['1.001', '1.002', '1.003'];
const news = (seq: number, extra: Partial<PlanLinkNews> = {}): PlanLinkNews => ({
  planCode: 'BTP-2026-001',
  seq,
  approved: true,
  measures: CODES.map((procedureCode) => ({
    procedureCode,
    measure: 'cut-papers',
    hash: hashOf(procedureCode),
  })),
  editors: ['lan'],
  ...extra,
});
const stamp = (at: Instant = T0) => ({ at, actor: { id: 'system', name: 'Tinh Gọn' } });
const linked = (state: DocumentState, message = news(5)): DocumentState =>
  documentAfterNews(state, message, stamp()).reduce(evolveDocument, state);

const command = (state: DocumentState, actor: Actor, words: object) =>
  ({
    commandId: '00000000-0000-4000-8000-000000000001',
    expectedVersion: state.version,
    actor,
    ...words,
  }) as StampedDocumentCommand;
const does = (state: DocumentState, actor: Actor, words: object, now = T0): DocumentState => {
  const result = decideDocument(state, command(state, actor, words), now);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value.reduce(evolveDocument, state);
};
const refusal = (
  state: DocumentState,
  actor: Actor,
  words: object,
  now = T0,
): [ErrorCode, string?] | null => {
  const result = decideDocument(state, command(state, actor, words), now);
  if (result.ok) return null;
  const { code, field } = result.rejection;
  return field === undefined ? [code] : [code, field];
};
const approve = (state: DocumentState) => ({ type: 'approve', contentHash: documentContentHash(state) });
const promulgation = {
  type: 'recordPromulgation',
  number: '04/2026/TT-BTP',
  signedOn: dayOf(T0),
  inForceOn: '2026-05-01',
};
const announcement = {
  type: 'recordAnnouncement',
  decisionNumber: '1032/QĐ-BTP',
  signedOn: dayOf(T0),
  procedureCodes: CODES,
};
const entry = {
  type: 'recordDatabaseEntry',
  reference: 'CSDL-1',
  enteredOn: dayOf(T0),
  procedureCodes: CODES,
};

/** A document on its straight way up to the step named. */
function upTo(step: string, type: DocumentType = 'circular'): DocumentState {
  let state = linked(newDocument(type));
  const national = type !== 'circular';
  const moves: (() => DocumentState)[] = [
    () => does(state, hoa, { type: 'submit' }),
    () => does(state, national ? tham : phap, approve(state)),
    () => does(state, hoa, { type: 'submit' }),
    ...(national ? [() => does(state, type === 'law' ? chinhPhu : tra, approve(state))] : []),
    () => does(state, national ? chinhPhu : minh, promulgation),
    () => does(state, lan, { type: 'submit' }),
    () => does(state, minh, announcement),
    () => does(state, duc, entry),
  ];
  for (const move of moves) {
    if (state.steps[0]?.key === step) return state;
    state = move();
  }
  return state;
}

describe.each(['circular', 'decree', 'pm-decision', 'law'] as const)('a %s on its straight way', (type) => {
  it('passes every step of its chain and is done', () => {
    let state = upTo('end', type);
    expect(evidencedProcedures(state)).toEqual(CODES);
    state = does(state, niem, { type: 'recordDisplay', place: 'Bộ phận một cửa', displayedOn: dayOf(T0) });
    expect([state.phase, state.steps]).toEqual(['done', []]);
    expect(state.finishedSteps.map((step) => step.key)).toEqual(state.chain.steps.map((step) => step.key));
    expect(state.chain.steps).toHaveLength(type === 'circular' ? 8 : 9);
  });
});

describe('what a document hears from plans', () => {
  it('waits until one linked plan is approved', () => {
    const waiting = linked(newDocument(), news(2, { approved: false }));
    expect([waiting.phase, waiting.steps.length]).toEqual(['waiting', 0]);
    expect(linked(waiting, news(5)).steps[0]?.key).toBe('draft');
  });
  it('ignores old news and news that says nothing', () => {
    const state = linked(newDocument());
    expect(documentAfterNews(state, news(4), stamp())).toEqual([]);
    expect(documentAfterNews(newDocument(), news(4, { measures: [] }), stamp())).toEqual([]);
  });
  it('keeps waiting when a plan that was not approved comes and goes', () => {
    const waiting = linked(newDocument(), news(2, { approved: false }));
    expect(linked(waiting, news(3, { approved: false, measures: [] })).phase).toBe('waiting');
  });
  it('is withdrawn when no plan asks anything of it any more', () => {
    expect(linked(linked(newDocument()), news(6, { measures: [] })).phase).toBe('withdrawn');
  });
  it('takes up its announcement again when a procedure is linked after it was done', () => {
    const done = does(upTo('end'), niem, { type: 'recordDisplay', displayedOn: dayOf(T0), place: '' });
    const more = news(3, {
      planCode: 'BYT-1',
      measures: [{ procedureCode: '7.777', measure: 'amend', hash: hashOf(7) }],
    });
    const again = linked(done, more);
    expect([again.phase, again.steps.map((step) => step.key)]).toEqual([
      'carrying-out',
      ['draft-announcement'],
    ]);
  });
});

describe('steps 10–12 in parts', () => {
  it('keeps each step open while some procedure waits for it', () => {
    let state = does(upTo('sign-announcement'), minh, { ...announcement, procedureCodes: ['1.001'] });
    expect(state.steps.map((step) => step.key)).toEqual(['sign-announcement', 'national-database']);
    state = does(state, duc, { ...entry, procedureCodes: ['1.001'] });
    expect(state.steps.map((step) => step.key)).toEqual(['sign-announcement', 'public-display']);
    expect(evidencedProcedures(state)).toEqual(['1.001']);
    state = does(state, minh, { ...announcement, procedureCodes: ['1.002', '1.003'] });
    expect(state.steps.map((step) => step.key)).toEqual(['national-database', 'public-display']);
  });
});

describe('what is refused, and why', () => {
  const draft = linked(newDocument());
  const appraisal = upTo('appraisal');
  const promulgate = upTo('promulgate');
  const signing = upTo('sign-announcement');
  const entering = upTo('national-database');
  const cases: [string, DocumentState, Actor, object, [ErrorCode, string?] | null][] = [
    [
      'an editor of a linked plan deciding',
      appraisal,
      person('lan', ['legal-department']),
      approve(appraisal),
      ['FOUR_EYES'],
    ],
    [
      'appraisal of a circular by the Ministry of Justice',
      appraisal,
      tham,
      approve(appraisal),
      ['NOT_YOUR_STEP'],
    ],
    [
      'other content than was seen',
      appraisal,
      phap,
      { type: 'approve', contentHash: hashOf(1) },
      ['CONTENT_CHANGED', 'contentHash'],
    ],
    [
      'a signature in the future',
      promulgate,
      minh,
      { ...promulgation, signedOn: '2026-03-03' },
      ['DATE_IN_FUTURE', 'signedOn'],
    ],
    [
      'in force before signed',
      promulgate,
      minh,
      { ...promulgation, inForceOn: '2026-01-01' },
      ['DATE_ORDER', 'inForceOn'],
    ],
    [
      'in force in the far future',
      promulgate,
      minh,
      { ...promulgation, inForceOn: '2099-01-01' },
      ['DATE_OUT_OF_RANGE', 'inForceOn'],
    ],
    ['withdrawing what is signed', signing, lan, { type: 'withdraw', reason: 'x' }, ['STEP_NOT_OPEN']],
    [
      'an announcement before promulgation',
      signing,
      minh,
      { ...announcement, signedOn: '2026-03-01' },
      ['DATE_ORDER', 'signedOn'],
    ],
    [
      'an announcement of strangers',
      signing,
      minh,
      { ...announcement, procedureCodes: ['1.001', '9.9'] },
      ['NOT_LINKED', 'procedureCodes.1'],
    ],
    [
      'the same procedure twice in one',
      signing,
      minh,
      { ...announcement, procedureCodes: ['1.001', '1.001'] },
      ['ALREADY_RECORDED', 'procedureCodes.1'],
    ],
    [
      'an entry before its announcement',
      does(signing, minh, { ...announcement, procedureCodes: ['1.001'] }),
      duc,
      entry,
      ['NOT_ANNOUNCED', 'procedureCodes.1'],
    ],
    ['recording at a step that is not open', draft, minh, promulgation, ['STEP_NOT_OPEN']],
    [
      'a return past promulgation',
      signing,
      minh,
      { type: 'return', toStep: 'draft', reason: 'x' },
      ['INVALID_RETURN_STEP', 'toStep'],
    ],
    [
      'a correction of nothing',
      entering,
      duc,
      { type: 'correctEvidence', evidenceId: 'E1', date: dayOf(T0), reason: 'x' },
      ['UNKNOWN_EVIDENCE', 'evidenceId'],
    ],
  ];
  it.each(cases)('%s', (_name, state, actor, words, expected) => {
    expect(refusal(state, actor, words)).toEqual(expected);
  });
});

it('keeps what was signed as it was signed', () => {
  const signed = upTo('draft-announcement');
  const save = (title: string) => ({
    type: 'saveContent',
    facts: { content: hashOf(title), header: { ...signed.header, title } },
  });
  expect(refusal(signed, lan, save('khác hẳn'))).toEqual(['STEP_NOT_OPEN', 'content']);
  expect(refusal(signed, lan, save(signed.header.title))).toBeNull();
  // A row read back from the database has its keys in another order.
  const reordered = JSON.parse(
    JSON.stringify(signed.header, Object.keys(signed.header).toReversed()),
  ) as object;
  const facts = { content: hashOf('x'), header: reordered };
  expect(refusal(signed, lan, { type: 'saveContent', facts })).toBeNull();
});

describe('what is material', () => {
  const edited = (state: DocumentState, material: string) =>
    does(state, hoa, {
      type: 'saveContent',
      facts: { content: hashOf(`${material} trả lời`), material: hashOf(material), header: state.header },
    });
  const atResponse = () => {
    let state = does(edited(linked(newDocument()), 'Điều 1'), hoa, { type: 'submit' });
    state = does(state, phap, approve(state));
    return state;
  };
  it('asks the appraisal again when it changes in answering it', () => {
    const state = does(edited(atResponse(), 'Điều 99'), hoa, { type: 'submit' });
    expect(state.steps[0]?.key).toBe('appraisal');
    const again = does(does(state, phap, approve(state)), hoa, { type: 'submit' });
    expect(again.steps[0]?.key).toBe('promulgate');
  });
  it('does not ask again for answers alone', () => {
    expect(does(edited(atResponse(), 'Điều 1'), hoa, { type: 'submit' }).steps[0]?.key).toBe('promulgate');
  });
  it('keeps anybody from signing measures that were linked after the appraisal', () => {
    const ready = does(edited(atResponse(), 'Điều 1'), hoa, { type: 'submit' });
    const more = news(9, {
      planCode: 'BYT-9',
      measures: [{ procedureCode: '9.9', measure: 'amend', hash: hashOf(9) }],
    });
    const linkedLate = documentAfterNews(ready, more, stamp()).reduce(evolveDocument, ready);
    expect(refusal(linkedLate, minh, promulgation)).toEqual(['CONTENT_CHANGED']);
  });
});

it('cannot be submitted while no procedure depends on it', () => {
  const draft = { ...linked(newDocument()), links: {} };
  expect(refusal(draft, hoa, { type: 'submit' })).toEqual(['INCOMPLETE_DOCUMENT']);
});

describe('a correction of evidence', () => {
  it('cannot put the signing after what followed from it', () => {
    const state = upTo('end');
    const later = addDays(dayOf(T0), 3);
    const ask = { type: 'correctEvidence', evidenceId: state.promulgation?.id, date: later, reason: 'x' };
    const now = startOfDay(addDays(later, 1));
    expect(refusal(state, duc, ask, now)).toEqual(['DATE_ORDER', 'date']);
  });
  const asked = () => {
    const state = upTo('national-database');
    const [wrong] = state.announcements;
    return does(state, duc, {
      type: 'correctEvidence',
      evidenceId: wrong?.id,
      number: '1033/QĐ-BTP',
      reason: 'gõ nhầm số',
    });
  };
  it('changes nothing until another person confirms it', () => {
    const state = asked();
    expect(state.announcements[0]?.decisionNumber).toBe('1032/QĐ-BTP');
    const confirm = { type: 'confirmCorrection', correctionId: state.corrections[0]?.id, accept: true };
    expect(refusal(state, duc, confirm)).toEqual(['FOUR_EYES']);
    const after = does(state, office, confirm);
    expect(after.announcements[0]?.decisionNumber).toBe('1033/QĐ-BTP');
    expect(after.corrections).toEqual([]);
  });
  it('can be turned down', () => {
    const state = asked();
    const after = does(state, office, {
      type: 'confirmCorrection',
      correctionId: state.corrections[0]?.id,
      accept: false,
    });
    expect([after.announcements[0]?.decisionNumber, after.corrections]).toEqual(['1032/QĐ-BTP', []]);
  });
  it('reopens a finished document when it takes a procedure out', () => {
    const done = does(upTo('end'), niem, { type: 'recordDisplay', displayedOn: dayOf(T0), place: '' });
    const part = {
      type: 'correctEvidence',
      evidenceId: done.announcements[0]?.id,
      procedureCodes: ['1.001'],
      reason: 'x',
    };
    const state = does(done, duc, part);
    const after = does(state, office, {
      type: 'confirmCorrection',
      correctionId: state.corrections[0]?.id,
      accept: true,
    });
    expect([after.phase, after.steps[0]?.key]).toEqual(['carrying-out', 'draft-announcement']);
    expect(evidencedProcedures(after)).toEqual(['1.001']);
    // Its ministry has gone up in another since.
    const confirm = { type: 'confirmCorrection', correctionId: state.corrections[0]?.id, accept: true };
    const heir = { from: state.leadAgency, to: 'BNV' };
    const later = does(state, office, { ...confirm, heir });
    expect(later).toMatchObject({
      leadAgency: 'BNV',
      formerAgencies: [heir.from],
      steps: [{ key: 'draft-announcement', agency: 'BNV' }],
    });
    expect(later.seq).toBe(after.seq + 1);
  });
  it('leaves a finished document under the name of its day while it stays finished', () => {
    const done = does(upTo('end'), niem, { type: 'recordDisplay', displayedOn: dayOf(T0), place: '' });
    const typed = {
      type: 'correctEvidence',
      evidenceId: done.announcements[0]?.id,
      number: '9/QĐ',
      reason: 'x',
    };
    const state = does(done, duc, typed);
    const after = does(state, office, {
      type: 'confirmCorrection',
      correctionId: state.corrections[0]?.id,
      accept: true,
      heir: { from: state.leadAgency, to: 'BNV' },
    });
    expect([after.phase, after.leadAgency]).toEqual(['done', state.leadAgency]);
  });
});

it('counts steps 9 and 10 back from the in-force date, compressed when it is too late', () => {
  const state = upTo('draft-announcement');
  expect(state.steps[0]).toMatchObject({ dueOn: '2026-04-11', compressed: false });
  const short = does(upTo('promulgate'), minh, { ...promulgation, inForceOn: '2026-03-05' });
  expect(short.steps[0]).toMatchObject({ dueOn: '2026-03-05', compressed: true });
});

it('holds its invariants whatever people do', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.constantFrom('circular' as const, 'decree' as const), walk, (type, draws) => {
      let state = linked(newDocument(type));
      let now: Instant = T0;
      for (const draw of draws) {
        now = startOfDay(addDays(dayOf(now), draw.days));
        state = documentTick(state, stamp(now)).reduce(evolveDocument, state);
        const result = decideDocument(state, documentCommand(state, draw, now), now);
        if (!result.ok) continue;
        const [event] = result.value;
        if (!event) throw new Error('an accepted command has an event');
        const after = evolveDocument(state, event);
        if (after.phase !== state.phase) {
          const change = { from: state.phase, on: event.type, to: after.phase };
          expect(DOCUMENT_CHART).toContainEqual(change);
          reached.add(JSON.stringify(change));
        }
        const signs =
          event.type === 'evidenceRecorded' && ['promulgate', 'sign-announcement'].includes(event.step);
        if (signs || event.type === 'approved' || event.type === 'returned' || event.type === 'refused') {
          expect(allEditors(state)).not.toContain(event.actor.id);
        }
        if (event.type === 'correctionConfirmed')
          expect(event.actor.id).not.toBe(event.evidence.recordedBy.id);
        for (const code of evidencedProcedures(after)) {
          expect(
            after.promulgation && after.announcements.some((part) => part.procedureCodes.includes(code)),
          ).toBeTruthy();
          expect(after.databaseEntries.some((part) => part.procedureCodes.includes(code))).toBe(true);
        }
        expect(new Set(after.steps.map((step) => step.key)).size).toBe(after.steps.length);
        const closed = after.phase === 'done' || after.phase === 'refused' || after.phase === 'withdrawn';
        expect(after.steps.length === 0).toBe(closed);
        state = after;
      }
      expect(JSON.parse(JSON.stringify(state))).toEqual(state);
    }),
    { numRuns: 250 },
  );
  expect(reached.size).toBeGreaterThan(11);
});

it('counts no procedure without all of its evidence, and on the latest of all dates', () => {
  const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2021-01-01', n));
  const maybe = fc.option(day, { nil: null, freq: 8 });
  fc.assert(
    fc.property(
      fc.array(fc.record({ inForceOn: maybe, announcedOn: maybe, enteredOn: maybe }), { maxLength: 4 }),
      (documents) => {
        const dates = documents.flatMap((d) => [d.inForceOn, d.announcedOn, d.enteredOn]);
        const complete = dates.length > 0 && dates.every((date) => date !== null);
        expect(countsOn(documents)).toBe(complete ? (dates.toSorted().at(-1) ?? null) : null);
      },
    ),
  );
});
