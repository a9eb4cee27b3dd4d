import { readdirSync, readFileSync } from 'node:fs';
import type { ProcessIdentity } from '../src/process/identity.ts';

/** Milliseconds in one tick of `/proc/<pid>/stat`, the same on every Linux (USER_HZ is 100). */
const TICK_MS = 10;

export type Named = Readonly<Record<string, ProcessIdentity>>;
export type ByProcess = Readonly<Record<string, number>>;

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly cpuMs: number;
  readonly residentMb: number;
}

/** CPU milliseconds used so far by each process with its children, those that have ended included. Linux alone. */
export const cpuMs = (named: Named): ByProcess => summed(named, ({ cpuMs: used }) => used);

/** Resident megabytes of each process with its children; what children share is counted for each. */
export const residentMb = (named: Named): ByProcess => summed(named, ({ residentMb: mb }) => mb);

/** What each process used between two readings, for one of `n`. */
export const perOne = (before: ByProcess, after: ByProcess, n: number): ByProcess =>
  Object.fromEntries(
    Object.entries(after).map(([name, ms]) => [
      name,
      Math.round(((ms - (before[name] ?? 0)) / n) * 100) / 100,
    ]),
  );

function summed(named: Named, of: (stat: Stat) => number): ByProcess {
  const all = readdirSync('/proc').flatMap((name) =>
    /^\d+$/.test(name) ? (statOf(Number(name)) ?? []) : [],
  );
  const alone = new Set(Object.values(named).map(({ pid }) => pid));
  const family = (pid: number): Stat[] => [
    ...all.filter((one) => one.pid === pid),
    // A child that has a name of its own is counted there.
    ...all.filter((one) => one.parent === pid && !alone.has(one.pid)).flatMap((child) => family(child.pid)),
  ];
  return Object.fromEntries(
    Object.entries(named).map(([name, { pid }]) => [
      name,
      Math.round(family(pid).reduce((sum, one) => sum + of(one), 0)),
    ]),
  );
}

function statOf(pid: number): Stat | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name may contain blanks and brackets: the fields begin after its last bracket.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0] = fields.slice(1);
    const cpu = fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0);
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return { pid, parent, cpuMs: cpu * TICK_MS, residentMb: Number(resident ?? 0) / 1_024 };
  } catch {
    return undefined;
  }
}
