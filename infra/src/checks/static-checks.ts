import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../stack/paths.ts';
import { runVisibly } from './run-visibly.ts';

const Manifest = z.object({ scripts: z.record(z.string(), z.string()) });
const PREFIX = 'check:';

/** The `check:…` scripts of the root package, each to be run by itself so that one failure does not hide the next. */
export function staticChecks(): { name: string; run: () => Promise<boolean> }[] {
  const { scripts } = Manifest.parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  return Object.entries(scripts)
    .filter(([name]) => name.startsWith(PREFIX))
    .map(([name, commandLine]) => ({
      name: `Check: ${name.slice(PREFIX.length)}`,
      run: async () => (await runVisibly(commandLine)) === 0,
    }));
}
