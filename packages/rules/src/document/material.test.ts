import { describe, expect, it } from 'vitest';
import { hoa, phap, tra, chinhPhu, tham } from '../../tests/people.ts';
import { newDocument, T0 } from '../../tests/walks.ts';
import type { Actor } from '../actor.ts';
import { hashOf } from '../hash.ts';
import type { PlanLinkNews } from '../messages.ts';
import type { StampedDocumentCommand } from './command.ts';
import { decideDocument } from './decide.ts';
import type { DocumentEvent } from './event.ts';
import { evolveDocument } from './evolve.ts';
import { documentAfterNews } from './hear.ts';
import { documentContentHash, type DocumentState } from './state.ts';

const news = (seq: number, revision = 0, codes = ['1.001', '1.002']): PlanLinkNews => ({
  planCode: 'BTP-2026-001',
  seq,
  approved: true,
  measures: codes.map((procedureCode) => ({
    procedureCode,
    measure: 'cut-papers',
    hash: hashOf([procedureCode, seq]),
    material: hashOf([procedureCode, procedureCode === '1.002' ? revision : 0]),
  })),
  editors: ['lan'],
});
const hears = (state: DocumentState, message: PlanLinkNews): DocumentState =>
  documentAfterNews(state, message, { at: T0, actor: { id: 'system', name: '' } }).reduce(
    evolveDocument,
    state,
  );
const event = (state: DocumentState, actor: Actor, words: object): DocumentEvent => {
  const given = { commandId: '00000000-0000-4000-8000-000000000001', expectedVersion: state.version, actor };
  const result = decideDocument(state, { ...given, ...words } as StampedDocumentCommand, T0);
  if (!result.ok) throw new Error(`${result.rejection.code} ${result.rejection.field ?? ''}`);
  return result.value[0] as DocumentEvent;
};
const does = (state: DocumentState, actor: Actor, words: object): DocumentState =>
  evolveDocument(state, event(state, actor, words));
const approve = (state: DocumentState) => ({ type: 'approve', contentHash: documentContentHash(state) });
const save = (state: DocumentState, articles: string, words = '') => ({
  type: 'saveContent',
  facts: {
    content: hashOf([articles, words]),
    material: hashOf(articles),
    articles: hashOf(articles).slice(0, 32),
    header: state.header,
  },
});
const at = (state: DocumentState) => state.steps.map(({ key }) => key);

/** A circular before its signing: appraised by `phap`, its comments answered. */
const ready = (): DocumentState => {
  let state = hears(newDocument(), news(5));
  state = does(state, hoa, save(state, 'Điều 1'));
  state = does(state, hoa, { type: 'submit' });
  state = does(state, phap, approve(state));
  return does(state, hoa, { type: 'submit' });
};
const minister: Actor = { ...phap, id: 'minh', assignments: [{ function: 'minister', agency: 'BTP' }] };
const sentBack = (toStep: string) => does(ready(), minister, { type: 'return', toStep, reason: 'xem lại' });

describe('the approvals of a document', () => {
  it('stand while nothing material changes, so that nobody is asked again', () => {
    for (const step of ['draft', 'respond']) {
      const back = sentBack(step);
      const sent = event(does(back, hoa, save(back, 'Điều 1', 'giải trình')), hoa, { type: 'submit' });
      expect(sent).not.toHaveProperty('voided');
      expect(sent).toMatchObject({ flow: { phase: 'approved', steps: [{ key: 'promulgate' }] } });
    }
  });

  it('fall to a change of the articles, and the check is asked again from wherever it is submitted', () => {
    for (const step of ['draft', 'respond']) {
      const back = sentBack(step);
      const saved = does(back, hoa, save(back, 'Điều 2'));
      const sent = event(saved, hoa, { type: 'submit' });
      expect(sent).toMatchObject({
        voided: [{ step: 'appraisal', by: { id: 'phap' }, fields: ['articles'], procedures: [] }],
      });
      expect(at(evolveDocument(saved, sent))).toEqual(['appraisal']);
    }
  });

  it('fall to a change in a linked measure, which is named, and to one that came; not to its wording', () => {
    expect(hears(ready(), news(6)).steps[0]?.key).toBe('promulgate');
    const back = sentBack('respond');
    const codes = ['1.001', '1.002', '1.003'];
    const changed = event(hears(back, news(8, 1, codes)), hoa, { type: 'submit' });
    expect(changed).toMatchObject({
      voided: [
        {
          fields: [],
          procedures: [
            { plan: 'BTP-2026-001', code: '1.002' },
            { plan: 'BTP-2026-001', code: '1.003' },
          ],
        },
      ],
    });
    expect(event(hears(back, news(9)), hoa, { type: 'submit' })).not.toHaveProperty('voided');
  });

  it('are named once, and do not rise again when the change is taken back', () => {
    const back = sentBack('respond');
    let state = does(does(back, hoa, save(back, 'Điều 2')), hoa, { type: 'submit' });
    state = does(state, phap, { type: 'return', toStep: 'draft', reason: 'x' });
    state = does(state, hoa, save(state, 'Điều 1'));
    const sent = event(state, hoa, { type: 'submit' });
    expect(sent).not.toHaveProperty('voided');
    expect(at(evolveDocument(state, sent))).toEqual(['appraisal']);
  });

  it('fall at every check they were given in, which are then asked in the order of the chain', () => {
    let state = hears(newDocument('decree'), news(5));
    state = does(state, hoa, save(state, 'Điều 1'));
    state = does(state, hoa, { type: 'submit' });
    state = does(state, tham, approve(state));
    state = does(state, hoa, { type: 'submit' });
    state = does(state, tra, approve(state));
    state = does(state, chinhPhu, { type: 'return', toStep: 'respond', reason: 'x' });
    const unchanged = does(state, hoa, { type: 'submit' });
    expect(at(unchanged)).toEqual(['promulgate']);
    const changed = does(state, hoa, save(state, 'Điều 2'));
    const sent = event(changed, hoa, { type: 'submit' });
    expect(sent).toMatchObject({ voided: [{ step: 'appraisal' }, { step: 'verification' }] });
    let again = evolveDocument(changed, sent);
    expect(at(again)).toEqual(['appraisal']);
    again = does(again, tham, approve(again));
    again = does(again, hoa, { type: 'submit' });
    expect(at(again)).toEqual(['verification']);
    expect(at(does(again, tra, approve(again)))).toEqual(['promulgate']);
  });
});
