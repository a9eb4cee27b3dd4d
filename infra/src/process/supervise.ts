import { type ChildProcess, spawn } from 'node:child_process';
import { endProcess } from './end-process.ts';
import { identify, type ProcessIdentity } from './identity.ts';
import { closeLog, logSize, openLog, readLogFrom } from './log-file.ts';

const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000] as const;
/** A program that ran this long had started well: its next crash is a new story. */
const STEADY_MS = 60_000;

export interface ProgramOptions {
  name: string;
  /** This Node when absent: then the first argument is a program of ours. */
  executable?: string;
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string | undefined>>;
  logFile: string;
  onStarted: (identity: ProcessIdentity) => void;
  onCrash: (reason: string, delayMs: number) => void;
  onRestarted: () => void;
}

export interface SupervisedProgram {
  name: string;
  logFile: string;
  /** Crashes since the last steady run. */
  crashes(): number;
  /** What it wrote since its latest start. */
  output(): string;
  /** Ends it and starts it anew at once, for changed sources. */
  restart(): Promise<void>;
  /** Ends it for good; SIGKILL after the grace. */
  stop(graceMs: number): Promise<void>;
}

/** Runs a program and starts it again whenever it ends, waiting longer after each crash, until it is stopped. */
export function supervise(options: ProgramOptions): SupervisedProgram {
  let identity: ProcessIdentity | undefined;
  let crashes = 0;
  let stopped = false;
  let wanted = true;
  let logStart = 0;
  let timer: NodeJS.Timeout | undefined;

  const start = (): void => {
    timer = undefined;
    logStart = logSize(options.logFile);
    const log = openLog(options.logFile);
    const child = spawn(options.executable ?? process.execPath, options.args, {
      cwd: options.cwd,
      env: options.environment,
      stdio: ['ignore', log, log],
      // Its own group: Ctrl+C in the terminal reaches the launcher alone, which ends the parts in order.
      detached: true,
    });
    closeLog(log);
    const startedAt = Date.now();
    identity = child.pid === undefined ? undefined : identify(child.pid);
    if (identity !== undefined) options.onStarted(identity);
    if (crashes > 0) options.onRestarted();
    onEnd(child, (reason) => {
      identity = undefined;
      if (stopped || !wanted) return;
      crashes = Date.now() - startedAt > STEADY_MS ? 1 : crashes + 1;
      const delayMs = BACKOFF_MS[Math.min(crashes, BACKOFF_MS.length) - 1] ?? 10_000;
      options.onCrash(reason, delayMs);
      timer = setTimeout(start, delayMs);
    });
  };

  const end = async (graceMs: number): Promise<void> => {
    clearTimeout(timer);
    if (identity !== undefined) await endProcess(identity, { graceMs, wholeGroup: true });
  };

  start();
  return {
    name: options.name,
    logFile: options.logFile,
    crashes: () => crashes,
    output: () => readLogFrom(options.logFile, logStart),
    restart: async () => {
      wanted = false;
      await end(5_000);
      wanted = true;
      crashes = 0;
      if (!stopped) start();
    },
    stop: async (graceMs) => {
      stopped = true;
      await end(graceMs);
    },
  };
}

/** Calls back once, whichever way a child ends. */
function onEnd(child: ChildProcess, callback: (reason: string) => void): void {
  let called = false;
  const once = (reason: string): void => {
    if (called) return;
    called = true;
    callback(reason);
  };
  child.once('error', (error) => once(error.message));
  child.once('exit', (code, signal) => once(signal ?? `code ${code}`));
}
