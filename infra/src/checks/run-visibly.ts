import { spawn } from 'node:child_process';
import { ROOT } from '../stack/paths.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a command line in the repository, its words on our terminal; gives its exit code, null when it was killed. */
export function runVisibly(
  commandLine: string,
  environment: Record<string, string> = {},
): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(commandLine, {
      cwd: ROOT,
      shell: true,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    // Tests end their servers when they are told to stop; dying before them would leave these behind.
    const forward = (signal: NodeJS.Signals): void => void child.kill(signal);
    for (const signal of SIGNALS) process.on(signal, forward);
    const finish = (code: number | null): void => {
      for (const signal of SIGNALS) process.off(signal, forward);
      resolve(code);
    };
    child.once('error', () => finish(null));
    child.once('exit', finish);
  });
}
