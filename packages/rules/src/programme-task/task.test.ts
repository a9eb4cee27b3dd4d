import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../day.ts';
import { countTasks, standingOf } from './standing.ts';
import { onlyFinishes, programmeTaskInputSchema } from './task.ts';

const anyDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2024-01-01', days));
const anyTask = fc.record({ deadline: anyDay, doneOn: fc.option(anyDay) });
const countOf = (tasks: readonly { deadline: string; doneOn: string | null }[], day: string) =>
  countTasks(tasks.map((task) => [standingOf(task, day), 1] as const));

describe('a task', () => {
  const task = { deadline: '2024-06-15', doneOn: '2024-06-20' };
  it('stands as it did on a day', () => {
    expect(standingOf(task, '2024-06-15')).toBe('open');
    expect(standingOf(task, '2024-06-16')).toBe('overdue');
    expect(standingOf(task, '2024-06-19')).toBe('overdue');
    expect(standingOf(task, '2024-06-20')).toBe('late');
    expect(standingOf({ ...task, doneOn: '2024-06-15' }, '2024-07-01')).toBe('on-time');
    expect(standingOf({ ...task, doneOn: null }, '2024-06-01')).toBe('open');
  });

  it('never goes back: once done it stays so, however its day of being done was', () => {
    const mayBecome = {
      'on-time': ['on-time'],
      late: ['late'],
      overdue: ['overdue', 'late'],
      open: ['open', 'overdue', 'on-time', 'late'],
    };
    fc.assert(
      fc.property(anyTask, anyDay, fc.nat(300), (one, day, later) => {
        expect(mayBecome[standingOf(one, day)]).toContain(standingOf(one, addDays(day, later)));
      }),
    );
  });

  it('is due and done no earlier than it was given', () => {
    const read = (change: object) =>
      programmeTaskInputSchema
        .safeParse({
          code: 'NV-01',
          programme: '896',
          name: 'Rà soát',
          paper: 'Kế hoạch',
          owner: 'BTP',
          assignedOn: '2024-01-10',
          deadline: '2024-06-30',
          ...change,
        })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    expect(read({})).toBeUndefined();
    expect(read({ deadline: '2024-01-09' })).toEqual([['deadline', 'DATE_ORDER']]);
    expect(read({ doneOn: '2024-01-09' })).toEqual([['doneOn', 'DATE_ORDER']]);
  });

  it('is finished without a reason, and changed in anything else with one', () => {
    const open = { doneOn: null, result: '' };
    expect(onlyFinishes(open, { doneOn: '2024-06-01' }, true)).toBe(true);
    expect(onlyFinishes(open, { doneOn: '2024-06-01' }, false)).toBe(false);
    expect(onlyFinishes({ ...open, doneOn: '2024-06-01' }, { doneOn: '2024-05-01' }, true)).toBe(false);
    expect(onlyFinishes({ ...open, doneOn: '2024-06-01' }, { doneOn: null }, true)).toBe(false);
  });
});

describe('the tasks of a programme', () => {
  it('add up to one sentence', () => {
    const many = (count: number, task: { deadline: string; doneOn: string | null }) =>
      Array.from({ length: count }, () => task);
    const done = { deadline: '2024-06-30', doneOn: '2024-06-15' };
    const open = { deadline: '2024-12-31', doneOn: null };
    expect(countOf([...many(30, done), ...many(21, open)], '2024-06-30')).toMatchObject({
      total: 51,
      done: 30,
      notDone: 21,
      sharePercent: 58.82,
    });
    const late = { deadline: '2024-06-14', doneOn: '2024-06-15' };
    expect(countOf([...many(61, done), late, ...many(3, open)], '2024-06-30')).toMatchObject({
      total: 65,
      onTime: 61,
      late: 1,
      notDone: 3,
      overdue: 0,
    });
    expect(countOf([], '2024-06-30')).toMatchObject({ total: 0, sharePercent: null });
  });

  it('have parts that add up to the whole, and are never all done while one is open', () => {
    fc.assert(
      fc.property(fc.array(anyTask), anyDay, (tasks, day) => {
        const counts = countOf(tasks, day);
        expect(counts.total).toBe(tasks.length);
        expect(counts.onTime + counts.late).toBe(counts.done);
        expect(counts.done + counts.notDone).toBe(counts.total);
        expect(counts.overdue).toBeLessThanOrEqual(counts.notDone);
        if (counts.notDone > 0) expect(counts.sharePercent).toBeLessThan(100);
      }),
    );
  });
});
