/** Program: writes the workflow bundle that `main.ts` runs, so that a worker starts in a moment. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { BUNDLE_FILE, bundleWorkflows } from '../bundle.ts';

const { code } = await bundleWorkflows((line) => process.stderr.write(`${line}\n`));
mkdirSync(dirname(BUNDLE_FILE), { recursive: true });
// Written beside and moved: a worker that starts meanwhile never reads half of it.
writeFileSync(`${BUNDLE_FILE}.${process.pid}`, code);
renameSync(`${BUNDLE_FILE}.${process.pid}`, BUNDLE_FILE);
