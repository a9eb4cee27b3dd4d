import { join } from 'node:path';
import type { ProcessIdentity } from '../process/identity.ts';
import { type SupervisedProgram, supervise } from '../process/supervise.ts';
import type { ProgressWords } from '../words/progress.ts';
import { progressWords } from '../words/terminal.ts';
import { choosePort } from './choose-port.ts';
import { ROOT } from './paths.ts';
import { openRecord, type StackRecord } from './record.ts';
import type { StackSettings } from './settings.ts';

/** What every part of one running stack needs to start and to be found again. */
export interface Context {
  settings: StackSettings;
  environment: NodeJS.ProcessEnv;
  words: ProgressWords;
  record: StackRecord;
  say: (line: string) => void;
  port(what: string, variable: PortVariable, usual: number): Promise<number>;
  /** Callbacks that record and announce the lives of one server. */
  watching(name: string, label: string): WatchingCallbacks;
  /** Runs one of our programs, supervised, logging to `logs/<name>.log`. */
  program(
    name: string,
    args: readonly string[],
    environment: Record<string, string | undefined>,
    where?: { cwd?: string; executable?: string },
  ): SupervisedProgram;
  processes(): Readonly<Record<string, ProcessIdentity>>;
}

type PortVariable = 'PORT' | 'POSTGRES_PORT' | 'TEMPORAL_PORT' | 'TEMPORAL_UI_PORT' | 'IDENTITY_PORT';

/** Changes what one of our programs is started with: for tests that put something between the parts. */
export type Adapt = (
  program: string,
  environment: Readonly<Record<string, string | undefined>>,
) => Readonly<Record<string, string | undefined>>;

interface WatchingCallbacks {
  onStarted: (identity: ProcessIdentity) => void;
  onCrash: () => void;
  onRestarted: () => void;
  onFailure: (error: unknown) => void;
}

export function createContext(
  settings: StackSettings,
  environment: NodeJS.ProcessEnv,
  say: (line: string) => void,
  adapt: Adapt = (_program, unchanged) => unchanged,
): Context {
  const words = progressWords();
  const record = openRecord(settings.DATA_DIR);
  const taken = new Set<number>();
  const processes: Record<string, ProcessIdentity> = {};
  const onStarted = (name: string) => (identity: ProcessIdentity) => {
    processes[name] = identity;
    record.writeProcesses(processes);
  };
  return {
    settings,
    environment,
    words,
    record,
    say,
    processes: () => processes,
    port: (what, variable, usual) =>
      choosePort({
        what,
        variable,
        asked: settings[variable],
        usual,
        taken,
        onMoved: (...moved) => say(words.portMoved(...moved)),
      }),
    watching: (name, label) => ({
      onStarted: onStarted(name),
      onCrash: () => say(words.restarting(label, 'gone', 0)),
      onRestarted: () => say(words.restarted(label)),
      onFailure: (error) => say(words.restarting(label, String(error), 1)),
    }),
    program: (name, args, extra, where = {}) =>
      supervise({
        name,
        args,
        cwd: ROOT,
        ...where,
        environment: adapt(name, { ...environment, ...extra, TZ: 'UTC' }),
        logFile: join(settings.DATA_DIR, 'logs', `${name}.log`),
        onStarted: onStarted(name),
        onCrash: (reason, delayMs) => say(words.restarting(name, reason, delayMs / 1000)),
        onRestarted: () => say(words.restarted(name)),
      }),
  };
}
