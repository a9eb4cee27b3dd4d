import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem.ts';
import { cacheDir } from '../process/cache-dir.ts';
import { findProgram } from '../process/find-program.ts';
import { runProgram } from '../process/run-program.ts';

const VERSION = '4.32.5';
const TIMEOUT_MS = 600_000;

/**
 * Schemathesis, which makes requests from an OpenAPI document and judges the answers by it: from PyPI, once, into the
 * cache. Gives its program. Throws Problem NO_PYTHON or NO_SCHEMATHESIS.
 */
export async function findSchemathesis(log: (line: string) => void): Promise<string> {
  const folder = join(cacheDir(), `schemathesis-${VERSION}`);
  const bin = join(folder, process.platform === 'win32' ? 'Scripts' : 'bin');
  const done = join(folder, 'installed');
  const program = join(bin, process.platform === 'win32' ? 'schemathesis.exe' : 'schemathesis');
  if (existsSync(done)) return program;
  const python = findProgram('python3') ?? findProgram('python');
  if (python === undefined) throw new Problem('NO_PYTHON', { reason: 'python3 is not on PATH' });
  log(`Installing Schemathesis ${VERSION} into ${folder} …`);
  rmSync(folder, { recursive: true, force: true });
  const made = await runProgram(python, ['-m', 'venv', folder], {}, TIMEOUT_MS);
  if (made.code !== 0) throw new Problem('NO_PYTHON', { reason: lastLine(made.stderr + made.stdout) });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const installed = await runProgram(
    join(bin, 'python'),
    [...pip, `schemathesis==${VERSION}`],
    {},
    TIMEOUT_MS,
  );
  if (installed.code !== 0) throw new Problem('NO_SCHEMATHESIS', { reason: lastLine(installed.stderr) });
  mkdirSync(done);
  return program;
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
