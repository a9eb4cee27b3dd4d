import { expect, it } from 'vitest';
import { itemOf } from './item-id.ts';

it('takes an inbox item’s id apart', () => {
  expect(itemOf('plan/BCA-2026-001/quality-check')).toEqual({
    subject: 'plan',
    code: 'BCA-2026-001',
    step: 'quality-check',
  });
  expect([itemOf('merger/1/x'), itemOf('plan/only'), itemOf('')]).toEqual([null, null, null]);
});
