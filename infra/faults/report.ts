import { seconds } from './fault.ts';
import type { FaultsReport } from './run-faults.ts';
import { failures } from './run-faults.ts';
import type { Round } from './round.ts';

/** One fault in a line, and what was wrong in a line each. */
export function linesOf(round: Round, number: number): string[] {
  const { acknowledged, unknown, refused } = round.commands;
  const counted = `${acknowledged} acknowledged, ${unknown} unknown, ${refused} refused`;
  const line = [
    String(number).padStart(3),
    round.fault.padEnd(22),
    round.what.padEnd(24),
    `back after ${seconds(round.recoveryMs)}, all plans ${seconds(round.allGoOnMs)};`,
    counted,
    round.problems.length === 0 ? 'ok' : 'FAILED',
  ].join('  ');
  return [line, ...round.problems.map((problem) => `       ${problem}`)];
}

/** What each kind came to, as a table in Markdown, and the sums. */
export function table(report: FaultsReport, tookMs: number): string {
  const kinds = [...new Set(report.rounds.map(({ fault }) => fault))].sort();
  const rows = kinds.map((kind) => {
    const rounds = report.rounds.filter(({ fault }) => fault === kind);
    const times = rounds.map(({ recoveryMs }) => recoveryMs).sort((a, b) => a - b);
    const failed = rounds.filter(({ problems }) => problems.length > 0).length;
    const unknown = rounds.reduce((sum, { commands }) => sum + commands.unknown, 0);
    const middle = times[Math.floor((times.length - 1) / 2)] ?? 0;
    return [kind, rounds.length, seconds(middle), seconds(times.at(-1) ?? 0), unknown, failed];
  });
  const head = ['fault', 'times', 'back after, median', 'longest', 'unknown commands', 'failed'];
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  const left = Object.entries(report.leftOut).map(([kind, why]) => `left out: ${kind}: ${why}`);
  return [
    '',
    ...lines,
    '',
    ...left,
    `${report.rounds.length} faults on ${report.on}, seed ${report.seed}, ${Math.round(tookMs / 1000)} s;`,
    `${report.commands} commands, ${report.acknowledged} acknowledged; ${report.plans.begun} plans begun, ${report.plans.finished} finished`,
    ...report.problems,
    failures(report) === 0 ? 'nothing wrong' : `${failures(report)} things wrong`,
  ].join('\n');
}
