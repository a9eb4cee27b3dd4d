import fc from 'fast-check';
import type { Actor, Held } from '../actor.ts';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, workingDaysBetween } from '../calendar.ts';
import { VIETNAM_CALENDAR as calendar } from '../calendar-vietnam.ts';
import { addDays } from '../days.ts';
import { REMINDER_KINDS, reminderDay, reminderKind } from './kinds.ts';
import { peopleAtWork } from './people-at-work.ts';
import { type DueStep, remindersOf } from './reminders.ts';

const STEP: DueStep = {
  subject: 'plan',
  function: 'procedure-control',
  agency: 'BTP',
  dueOn: '2026-03-10',
  holder: null,
  barred: [],
};
const holds = (code: DueStep['function'], agency: string | null): Held => ({ function: code, agency });
const instead = (id: string, held: Held): Held => ({
  ...held,
  onBehalfOf: { id, name: id, form: 'KT', delegationId: id },
});
const person = (id: string, ...assignments: Held[]): Actor => ({
  id,
  name: id,
  agency: 'BTP',
  roles: [],
  assignments,
});
const people = peopleAtWork([
  person('duc', holds('procedure-control', 'BTP')),
  person('mai', holds('procedure-control', 'BTP'), holds('drafter', 'BTP')),
  person('everywhere', holds('procedure-control', null)),
  person('elsewhere', holds('procedure-control', 'BYT')),
  person('minh', holds('minister', 'BTP')),
  person('tam', holds('minister', 'BCA')),
  person('thai', holds('minister', 'BCA')),
  person('judge', holds('appraisal', null)),
  { ...person('office'), roles: ['programme-office'] },
]);
const ref = (id: string) => ({ id, name: id });
const told = (step: DueStep, today: string, who = people) =>
  remindersOf(step, who, today, calendar).map(({ person: id, kind }) => `${id} ${kind}`);

const day = fc.integer({ min: 0, max: 1_000 }).map((n) => addDays('2024-06-03', n));

describe('when', () => {
  it.each([
    ['2026-03-05', null],
    ['2026-03-06', 'before-due'],
    ['2026-03-09', 'before-due'],
    ['2026-03-10', 'last-day'],
    ['2026-03-11', 'overdue'],
    ['2026-04-11', 'overdue'],
  ])('a step due on Tuesday 10 March, on %s: %s', (today, kind) => {
    expect(reminderKind('2026-03-10', today, calendar)).toBe(kind);
  });

  it.each([
    ['Friday before a Sunday', '2026-03-13', '2026-03-15', 'last-day'],
    ['Saturday, as on the Friday', '2026-03-14', '2026-03-15', 'last-day'],
    ['Monday after it', '2026-03-16', '2026-03-15', 'overdue'],
    ['last day before Tết', '2026-02-13', '2026-02-18', 'last-day'],
    ['Tết itself', '2026-02-20', '2026-02-18', 'last-day'],
    ['first day after Tết', '2026-02-23', '2026-02-18', 'overdue'],
    ['a Saturday worked in exchange', '2026-08-22', '2026-08-21', 'overdue'],
  ])('%s', (_what, today, dueOn, kind) => {
    expect(reminderKind(dueOn, reminderDay(today, calendar), calendar)).toBe(kind);
  });

  it('falls on working days only, and no day is skipped that is one', () => {
    fc.assert(
      fc.property(day, (today) => {
        const on = reminderDay(today, calendar);
        expect(isWorkingDay(calendar, on)).toBe(true);
        expect(on <= today && workingDaysBetween(calendar, on, today) === 0).toBe(true);
      }),
    );
  });

  it('only goes forward as days pass', () => {
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 12 }), (dueOn, looks) => {
        const seen = looks
          .toSorted()
          .map((today) => reminderKind(dueOn, reminderDay(today, calendar), calendar))
          .map((kind) => (kind === null ? -1 : REMINDER_KINDS.indexOf(kind)));
        expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('each once', () => {
  /** What is kept by whoever looks on these days and keeps each reminder once. */
  const kept = (step: DueStep, looks: readonly string[]): string[] => [
    ...new Set(looks.toSorted().flatMap((today) => told(step, today))),
  ];
  const everyDay = Array.from({ length: 60 }, (_, n) => addDays('2026-02-10', n));

  it('whoever looks every day tells all four, in order', () => {
    expect(kept(STEP, everyDay).filter((line) => /^(duc|minh)/.test(line))).toEqual([
      'duc before-due',
      'duc last-day',
      'duc overdue',
      'minh escalated',
    ]);
  });

  it('looking more often tells nothing more, and whatever the last look finds has been told', () => {
    fc.assert(
      fc.property(day, fc.array(day, { minLength: 1, maxLength: 20 }), (dueOn, looks) => {
        const step = { ...STEP, dueOn };
        const once = kept(step, looks);
        expect(kept(step, [...looks, ...looks])).toEqual(once);
        const last = looks.toSorted().at(-1) ?? '';
        expect(told(step, last).filter((line) => !once.includes(line))).toEqual([]);
      }),
    );
  });

  it('after days without a look nobody hears more than one thing', () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom('minister', 'drafter'), (dueOn, today, code) => {
        const step: DueStep = { ...STEP, dueOn, function: code };
        const persons = remindersOf(step, people, today, calendar).map((one) => one.person);
        expect(new Set(persons).size).toBe(persons.length);
      }),
    );
  });
});

describe('who', () => {
  const LATE = '2026-03-11';
  const VERY_LATE = '2026-03-13';

  it('all who may act, those for the whole country too', () => {
    expect(told(STEP, LATE)).toEqual(['duc overdue', 'mai overdue', 'everywhere overdue']);
  });
  it('the holder alone once it is claimed, as long as they may act', () => {
    expect(told({ ...STEP, holder: ref('mai') }, LATE)).toEqual(['mai overdue']);
    expect(told({ ...STEP, holder: ref('left') }, LATE)).toHaveLength(3);
    expect(told({ ...STEP, holder: ref('mai'), barred: ['mai'] }, LATE)).toEqual([
      'duc overdue',
      'everywhere overdue',
    ]);
  });
  it('never somebody who drafted what is to be decided', () => {
    expect(told({ ...STEP, barred: ['duc', 'mai'] }, LATE)).toEqual(['everywhere overdue']);
  });
  it('whoever stands in for them, as long as neither drafted it', () => {
    const control = holds('procedure-control', 'BTP');
    const away = peopleAtWork([
      person('duc', control),
      person('mai', control),
      person('kim', instead('duc', control)),
      person('only', { ...instead('duc', control), only: 'document' }),
      person('minh', holds('minister', 'BTP')),
      person('tuan', instead('minh', holds('minister', 'BTP'))),
    ]);
    expect(told(STEP, LATE, away)).toEqual(['duc overdue', 'mai overdue', 'kim overdue']);
    expect(told({ ...STEP, holder: ref('duc') }, LATE, away)).toEqual(['duc overdue', 'kim overdue']);
    const inHisName = {
      ...ref('kim'),
      onBehalfOf: { ...ref('duc'), form: 'KT' as const, delegationId: 'duc' },
    };
    expect(told({ ...STEP, holder: inHisName }, LATE, away)).toEqual(['duc overdue', 'kim overdue']);
    expect(told({ ...STEP, barred: ['duc'] }, LATE, away)).toEqual(['mai overdue']);
    expect(told(STEP, VERY_LATE, away)).toContain('tuan escalated');
  });
  it('the leader of the agency from the third working day', () => {
    expect(told(STEP, '2026-03-12').some((line) => line.includes('escalated'))).toBe(false);
    expect(told(STEP, VERY_LATE)).toContain('minh escalated');
    expect(told(STEP, VERY_LATE)).not.toContain('office escalated');
  });
  it('the programme office where a leader is late, or nobody leads', () => {
    expect(told({ ...STEP, function: 'minister' }, VERY_LATE)).toEqual(['minh overdue', 'office escalated']);
    const claimed: DueStep = { ...STEP, function: 'minister', agency: 'BCA', holder: ref('tam') };
    expect(told(claimed, VERY_LATE)).toEqual(['tam overdue', 'thai escalated', 'office escalated']);
    expect(told({ ...STEP, agency: 'BYT' }, VERY_LATE)).toContain('office escalated');
    expect(told({ ...STEP, function: 'appraisal', agency: null }, VERY_LATE)).toEqual([
      'judge overdue',
      'office escalated',
    ]);
  });
});
