/**
 * Program: what decisions cost, in a system of its own that is thrown away, beside bare Updates on the same servers in the
 * same minutes.
 *
 *   npm run -s bench [-- --quick] [--json] [--on topology] [--open 500,5000]
 *
 * --quick   fewer decisions and callers and no merger, within three minutes
 * --json    the same as JSON
 * --on      `evaluation` (what `npm start` starts) or `topology` (what production runs, on one machine)
 * --open    measures again with so many plans open
 */
import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { explain } from '../words/terminal.ts';
import { type DecisionFigures, measureDecisions } from '../../bench/decisions/measure.ts';
import { ministryAtWork, submittedPlans } from '../../bench/decisions/plans.ts';
import { openYardstick } from '../../bench/decisions/yardstick.ts';
import { residentMb } from '../../bench/processes.ts';
import { decisionToScreen } from '../../bench/screen.ts';
import { startSystem, SYSTEMS } from '../../bench/system.ts';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    on: { type: 'string', default: 'evaluation' },
    open: { type: 'string', default: '' },
  },
});
const on = z.enum(SYSTEMS).parse(values.on);
const open = z
  .array(z.coerce.number().int().min(1).max(50_000))
  .parse(values.open.split(',').filter((part) => part !== ''));
/** Callers, plans (each decided twice) and rounds. */
const LEVELS = values.quick
  ? [
      { callers: 1, plans: 20, rounds: 1 },
      { callers: 16, plans: 60, rounds: 1 },
    ]
  : [
      { callers: 1, plans: 40, rounds: 3 },
      { callers: 16, plans: 120, rounds: 3 },
      { callers: 64, plans: 160, rounds: 3 },
    ];
const WARM_UP = { callers: 8, plans: 20, rounds: 1 };
const SCREENS = values.quick ? 10 : 40;

const system = await startSystem(on).catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
try {
  const ministry = await ministryAtWork(system);
  const yardstick = await openYardstick(system, 'default');
  try {
    const parts = { system, ministry, yardstick };
    await measureDecisions(parts, WARM_UP);
    const figures: (DecisionFigures & { openPlans: number })[] = [];
    let openPlans = 0;
    for (const wanted of [0, ...open]) {
      if (wanted > openPlans) await submittedPlans(ministry, wanted - openPlans);
      openPlans = wanted;
      const levels = wanted === 0 ? LEVELS : LEVELS.filter(({ callers }) => callers === 16);
      for (const level of levels) {
        console.error(`${level.callers} callers, ${openPlans} open plans …`);
        figures.push({ openPlans, ...(await measureDecisions(parts, level)) });
      }
    }
    const [plans] = await submittedPlans(ministry, SCREENS);
    print(figures, await decisionToScreen(system, ministry, plans), residentMb(system.processes()));
  } finally {
    await yardstick.stop();
  }
} finally {
  await system.stop();
}

function print(
  decisions: readonly (DecisionFigures & { openPlans: number })[],
  screen: Awaited<ReturnType<typeof decisionToScreen>>,
  memoryMb: Readonly<Record<string, number>>,
): void {
  const machine = {
    cores: cpus().length,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  };
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  if (values.json) {
    console.log(
      JSON.stringify({ on, machine, commit, decisions, decisionToScreen: screen, memoryMb }, null, 2),
    );
    return;
  }
  console.log(`${on}, ${machine.cores} cores, ${machine.memoryGib} GiB, Node ${machine.node}, ${commit}`);
  console.table(decisions.map(({ cpuMs: _cpu, ...figures }) => figures));
  console.log(
    'CPU milliseconds of one decision, and of one bare Update with a local and with a normal activity:',
  );
  console.table(
    Object.fromEntries(
      decisions.flatMap(({ callers, openPlans, cpuMs }) =>
        Object.entries(cpuMs).map(([of, byProcess]) => [
          `${of}, ${callers} callers, ${openPlans} open`,
          byProcess,
        ]),
      ),
    ),
  );
  console.log('From a decision to another person’s screen, ms:');
  console.table([screen]);
  console.log('Resident memory, MB:');
  console.table([memoryMb]);
}
