import { describe, expect, it } from 'vitest';
import { hoa } from '../../tests/people.ts';
import { newDocument, T0 } from '../../tests/walks.ts';
import type { PlanLinkNews } from '../messages.ts';
import { SYSTEM } from '../person.ts';
import { hashOf } from '../hash.ts';
import { evolveDocument, foldDocument } from './evolve.ts';
import { documentAfterNews } from './hear.ts';
import type { DocumentState } from './state.ts';

const stamp = { at: T0, actor: SYSTEM };
const evidence = { recordedBy: { id: hoa.id, name: hoa.name }, recordedAt: T0 };
/** Signed and carried out; its agency has gone up in another since. */
const done: DocumentState = {
  ...newDocument(),
  phase: 'done',
  promulgation: {
    ...evidence,
    kind: 'promulgation',
    id: 'E1',
    number: '1/2026',
    signedOn: '2026-03-01',
    inForceOn: '2026-03-01',
  },
};
const news: PlanLinkNews = {
  planCode: 'BNV-2026-001',
  seq: 4,
  approved: true,
  measures: [{ procedureCode: '1.009', measure: 'amend', hash: hashOf('x') }],
  editors: [],
};
const heir = { from: 'BTP', to: 'BNV' };
const after = (told: PlanLinkNews) => documentAfterNews(done, told, stamp);

describe('a document that is done and gets new links after its agency went up in another', () => {
  it('opens its steps under the agency that has the work now, and its history says so', () => {
    const events = after({ ...news, heir });
    expect(events).toMatchObject([
      { type: 'agencyMoved', from: 'BTP', to: 'BNV', seq: done.seq + 1 },
      { type: 'planLinked', seq: done.seq + 2 },
    ]);
    const state = events.reduce(evolveDocument, done);
    expect(state).toMatchObject({
      phase: 'carrying-out',
      leadAgency: 'BNV',
      formerAgencies: ['BTP'],
      steps: [{ key: 'draft-announcement', agency: 'BNV' }],
    });
    expect(state.links['BNV-2026-001']).not.toHaveProperty('heir');
    expect(foldDocument([])).toBeNull();
  });

  it('stays under the name of its day while nothing opens, and where nobody says who has the work', () => {
    const nothing = { ...news, measures: [], heir };
    expect(after(nothing).filter(({ type }) => type === 'agencyMoved')).toEqual([]);
    expect(after(news).map(({ type }) => type)).toEqual(['planLinked']);
    expect(after({ ...news, heir: { from: 'BKH', to: 'BTC' } }).map(({ type }) => type)).toEqual([
      'planLinked',
    ]);
  });
});
