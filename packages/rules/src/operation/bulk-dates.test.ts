import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newDocument, newPlan } from '../../tests/walks.ts';
import { isWorkingDay, workingDaysBetween } from '../calendar.ts';
import { daysBetween } from '../days.ts';
import { bulkDateChangeSchema, movedDate } from './bulk-dates.ts';
import { bulkTask } from './bulk.ts';

const plan = newPlan();
const document = newDocument();

it('moves each to one day, or from where it is', () => {
  expect(movedDate(plan, { date: 'deadline', move: { by: 'day', to: '2026-12-31' } })).toEqual({
    ok: true,
    value: { from: '2026-06-30', to: '2026-12-31' },
  });
  expect(
    movedDate(document, { date: 'plannedSigning', move: { by: 'days', days: 10, unit: 'calendar' } }),
  ).toEqual({ ok: true, value: { from: '2026-09-01', to: '2026-09-11' } });
});

it('leaves out what has no such date, or none to move from', () => {
  const move = { by: 'days', days: 5, unit: 'working' } as const;
  expect(movedDate(plan, { date: 'plannedSigning', move })).toMatchObject({
    rejection: { code: 'NO_SUCH_DATE' },
  });
  expect(movedDate(document, { date: 'deadline', move })).toMatchObject({
    rejection: { code: 'NO_SUCH_DATE' },
  });
  expect(movedDate(plan, { date: 'review', move })).toMatchObject({ rejection: { code: 'DATE_NOT_SET' } });
  expect(movedDate(plan, { date: 'review', move: { by: 'day', to: '2026-05-05' } })).toMatchObject({
    value: { from: null, to: '2026-05-05' },
  });
});

it('counts what it is asked to count', () => {
  const unit = fc.constantFrom('working' as const, 'calendar' as const);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 366 }), unit, (days, counted) => {
      const move = { by: 'days' as const, days, unit: counted };
      const moved = movedDate(plan, { date: 'deadline', move });
      if (!moved.ok || moved.value.from === null) throw new Error('it has a deadline');
      const { from, to } = moved.value;
      if (counted === 'calendar') expect(daysBetween(from, to)).toBe(days);
      else {
        expect(workingDaysBetween(plan.calendar, from, to)).toBe(days);
        expect(isWorkingDay(plan.calendar, to)).toBe(true);
      }
    }),
  );
});

it('gives each the command of its own day', () => {
  const action = bulkDateChangeSchema.parse({
    type: 'requestDateChange',
    date: 'deadline',
    move: { by: 'days', days: 3, unit: 'calendar' },
    reason: 'Chờ luật',
  });
  const item = { kind: 'plan', code: 'X', expectedVersion: 4, contentHash: 'a'.repeat(64) } as const;
  expect(bulkTask(action, item, '2026-07-03')).toEqual({
    type: 'requestDateChange',
    date: 'deadline',
    to: '2026-07-03',
    reason: 'Chờ luật',
    expectedVersion: 4,
  });
});
