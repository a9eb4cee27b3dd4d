import { runFaults } from '@tinhgon/infra/faults/run-faults';
import { expect, test } from 'vitest';

const TIMEOUT_MS = 300_000;

/** The suite of `npm run faults`, short: a worker killed, and clients that send everything several times. */
test(
  'a worker killed amid decisions, some sent several times, loses and repeats none, and every plan ends',
  async () => {
    const report = await runFaults({
      seed: 896,
      faults: 3,
      minutes: 2,
      only: ['worker-killed', 'requests-repeated', 'requests-reordered'],
      on: 'evaluation',
      say: console.log,
      onRound: () => {},
    });
    expect(report.problems).toEqual([]);
    expect(report.rounds.map(({ fault }) => fault).sort()).toEqual([
      'requests-reordered',
      'requests-repeated',
      'worker-killed',
    ]);
    expect(report.rounds.flatMap(({ problems }) => problems)).toEqual([]);
    expect(report.acknowledged).toBeGreaterThan(report.plans.finished * 11);
    expect(report.plans.finished).toBe(report.plans.begun);
  },
  TIMEOUT_MS,
);
