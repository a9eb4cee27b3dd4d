import { countTasks, standingOf } from '@tinhgon/rules/programme-task/standing';
import { expect, test } from 'vitest';
import { INDICATORS, inventedFigures, PUBLISHED_FIGURES } from './indicators.ts';
import { demoTasks, HAI_DUONG_GOVERNMENT_PAPER, HAI_DUONG_REFORM_PAPER } from './programme-tasks.ts';

const TODAY = '2026-11-22';
const counts = (paper: string, day: string) =>
  countTasks(
    demoTasks(TODAY)
      .filter((task) => task.paper === paper)
      .map((task) => [standingOf(task, day), 1] as const),
  );

test('the tasks add up to the published ones in the middle of 2024', () => {
  expect(counts(HAI_DUONG_REFORM_PAPER, '2024-06-30')).toMatchObject({
    total: 51,
    done: 30,
    sharePercent: 58.82,
  });
  expect(counts(HAI_DUONG_GOVERNMENT_PAPER, '2024-06-30')).toMatchObject({
    total: 65,
    onTime: 61,
    late: 1,
    notDone: 3,
  });
  const days = demoTasks(TODAY).flatMap(({ assignedOn, deadline, doneOn }) => [
    assignedOn <= deadline,
    doneOn === null || (doneOn >= assignedOn && doneOn <= TODAY),
  ]);
  expect(days).not.toContain(false);
});

test('every figure is of an indicator and of one agency or group; invented ones say so', () => {
  const codes = new Set(INDICATORS.map(({ code }) => code));
  const all = [...PUBLISHED_FIGURES, ...inventedFigures(TODAY)];
  expect(all.filter(({ indicator }) => !codes.has(indicator))).toEqual([]);
  expect(all.filter(({ agency, group }) => (agency === undefined) === (group === undefined))).toEqual([]);
  expect(inventedFigures(TODAY).every(({ source }) => source === 'Dữ liệu minh họa')).toBe(true);
  expect(inventedFigures(TODAY)).toEqual(inventedFigures(TODAY));
});
