import { expect, it } from 'vitest';
import { keyedSteps, ownStepSlug } from './own-step.ts';

it('makes plain letters of a Vietnamese name', () => {
  expect(ownStepSlug('Lấy ý kiến Ban Chỉ đạo')).toBe('lay-y-kien-ban-chi-dao');
  expect(ownStepSlug('Đ/c Thứ trưởng (khối X)')).toBe('d-c-thu-truong-khoi-x');
  expect(ownStepSlug('…')).toBe('x');
  expect(ownStepSlug('ữ '.repeat(200)).length).toBeLessThanOrEqual(48);
});

const step = (key: string, vi: string | null, next: string | null) => ({
  key,
  next,
  ...(vi === null ? {} : { name: { vi, en: vi } }),
});
const keysOf = (steps: ReturnType<typeof step>[], known: ReturnType<typeof step>[] = []) =>
  keyedSteps('plan-minister', steps, known).map(({ key, next }) => [key, next]);
const OPINION = 'own-plan-minister-y-kien';

it('makes the key of a new check of its name, and leads to it by that key', () => {
  expect(
    keysOf([step('review', null, 'own-plan-minister-0'), step('own-plan-minister-0', 'Ý kiến', null)]),
  ).toEqual([
    ['review', OPINION],
    [OPINION, null],
  ]);
});

it('keeps the key of a check that is there, whatever it is called now', () => {
  expect(keysOf([step(OPINION, 'Lấy ý kiến', null)], [step(OPINION, 'Ý kiến', null)])).toEqual([
    [OPINION, null],
  ]);
});

it('gives two checks two keys, and takes up the one a check of that name had in an earlier version', () => {
  const two = [step(OPINION, 'Khác', 'own-plan-minister-0'), step('own-plan-minister-0', 'Ý kiến', null)];
  expect(keysOf(two, [step(OPINION, 'Khác', null)])).toEqual([
    [OPINION, `${OPINION}-2`],
    [`${OPINION}-2`, null],
  ]);
  expect(keysOf([step('own-plan-minister-0', 'Ý kiến', null)], [step(OPINION, 'Ý kiến', null)])).toEqual([
    [OPINION, null],
  ]);
  expect(keysOf([step('own-plan-minister-0', 'Ý kiến', null)], [step(OPINION, 'Tên khác', null)])).toEqual([
    [`${OPINION}-2`, null],
  ]);
});
