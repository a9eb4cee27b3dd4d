import { expect, it } from 'vitest';
import { correctionOf } from './correction.ts';

const evidence = { number: '12/QĐ', date: '2026-01-05', inForceOn: null, procedureCodes: ['1.1', '1.2'] };
const form = { number: '12/QĐ', date: '2026-01-05', inForceOn: null, codes: '1.2, 1.1' };

it('sends nothing where nothing differs, in whatever order the codes stand', () => {
  expect(correctionOf(evidence, form)).toEqual({});
});
it('sends what differs alone', () => {
  expect(correctionOf(evidence, { ...form, date: '2026-01-06' })).toEqual({ date: '2026-01-06' });
  expect(correctionOf(evidence, { ...form, codes: '1.1; 1.3' })).toEqual({ procedureCodes: ['1.1', '1.3'] });
});
it('takes an emptied field for no correction', () => {
  expect(correctionOf(evidence, { number: ' ', date: null, inForceOn: null, codes: '' })).toEqual({});
});
