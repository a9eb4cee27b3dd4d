import { describe, expect, it } from 'vitest';
import { lan } from '../tests/people.ts';
import { T0 } from '../tests/walks.ts';
import { VIETNAM_CALENDAR } from './calendar-vietnam.ts';
import { stepDefinition } from './chain.ts';
import { addDays, dayOf, startOfDay } from './days.ts';
import { documentChain, planChain } from './default-chains.ts';
import { finishStep, openStep, stepViews } from './step.ts';
import type { StepKey } from './vocabulary.ts';

const chain = planChain({ approvalLevel: 'minister' });
const dates = { reviewOn: null, plannedSigningOn: null, inForceOn: null };
const later = (days: number) => startOfDay(addDays(dayOf(T0), days));
const open = (key: StepKey, at = T0) =>
  openStep(stepDefinition(chain, key), 'BTP', at, dates, VIETNAM_CALENDAR);
const done = (key: StepKey, day: number, outcome: 'approved' | 'returned' | 'submitted') =>
  finishStep(open(key), later(day), lan, outcome);
const statuses = (
  ...[now, finished, past]: [ReturnType<typeof open>[], ReturnType<typeof done>[], boolean?]
) =>
  stepViews(chain, now, finished, 'BTP', dayOf(T0), VIETNAM_CALENDAR, past ?? false).map(
    (view) => view.status,
  );

describe('the line of steps', () => {
  it('tells what is done, what is open and what cannot start', () => {
    expect(statuses([open('quality-check')], [done('review', 1, 'submitted')])).toEqual([
      'done-on-time',
      'in-time',
      'cannot-start',
    ]);
  });
  it('says "passed" for steps before the record of an imported plan begins', () => {
    expect(statuses([open('plan-approval')], [])).toEqual(['passed', 'passed', 'in-time']);
    expect(statuses([], [], true)).toEqual(['passed', 'passed', 'passed']);
    expect(statuses([], [])).toEqual(['cannot-start', 'cannot-start', 'cannot-start']);
  });
  it('asks checks again after a return, and shows which one returned', () => {
    const finished = [
      done('review', 1, 'submitted'),
      done('quality-check', 2, 'approved'),
      done('plan-approval', 3, 'returned'),
    ];
    expect(statuses([open('review', later(3))], finished)).toEqual(['in-time', 'cannot-start', 'returned']);
  });
  it('keeps the line of the main part while another part is at an earlier step', () => {
    const returned = { ...done('quality-check', 1, 'returned'), procedureCodes: ['1.001'] };
    const finished = [done('review', 1, 'submitted'), done('quality-check', 2, 'approved'), returned];
    const views = stepViews(
      chain,
      [open('plan-approval', later(2))],
      finished,
      'BTP',
      dayOf(T0),
      VIETNAM_CALENDAR,
      false,
      [open('review', later(3))],
    );
    expect(views.map((view) => view.status)).toEqual(['in-time', 'done-on-time', 'in-time']);
  });
  it('is late when it was finished after its day', () => {
    expect(statuses([], [done('quality-check', 30, 'approved')])).toEqual([
      'passed',
      'done-late',
      'cannot-start',
    ]);
  });
  it('keeps a later step done while an earlier one is still open beside it', () => {
    const document = documentChain({ type: 'circular', shortened: false });
    const step = (key: StepKey, at: string) =>
      openStep(stepDefinition(document, key), 'BTP', at, dates, VIETNAM_CALENDAR);
    const finished = finishStep(step('national-database', later(1)), later(2), lan, 'recorded');
    const views = stepViews(
      document,
      [step('sign-announcement', T0)],
      [finished],
      'BTP',
      dayOf(T0),
      VIETNAM_CALENDAR,
      false,
    );
    expect(views.find((view) => view.key === 'national-database')?.status).toBe('done-on-time');
  });
});
