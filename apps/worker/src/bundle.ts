import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const WORKFLOWS = fileURLToPath(import.meta.resolve('@tinhgon/workflows'));
/** Sources that end up in the bundle. */
const SOURCES = [
  join(WORKFLOWS, '..'),
  fileURLToPath(new URL('.', import.meta.resolve('@tinhgon/rules/day'))),
  fileURLToPath(new URL('..', import.meta.resolve('@tinhgon/language/vi/domain.json'))),
];

/** Another version of a library is another bundle too. */
const LOCKFILE = fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url));

/** Where `bin/bundle.ts` writes and `main.ts` looks. */
const BUNDLE_FILE = fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url));

/** Bundles the workflows for the sandbox; takes some seconds. */
async function bundleWorkflows(log: (line: string) => void = () => {}): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
    // Checks the receipts of decisions: its tables are made once for a worker, and not for each workflow.
    preloadModules: [fileURLToPath(import.meta.resolve('@tinhgon/rules/receipt/jws'))],
    logger: {
      log: () => {},
      trace: () => {},
      debug: () => {},
      info: () => {},
      warn: (message) => log(message),
      error: (message) => log(message),
    },
  });
  return { code };
}

/** The bundle written earlier when it is newer than every source of it, else a fresh one, written for the next start. */
export async function loadBundle(log: (line: string) => void = () => {}): Promise<{ code: string }> {
  const written = modifiedMs(BUNDLE_FILE);
  const changed = Math.max(modifiedMs(LOCKFILE) ?? 0, ...SOURCES.map(newestMs));
  if (written !== null && changed <= written) return { code: readFileSync(BUNDLE_FILE, 'utf8') };
  return writeBundle(log);
}

/** Bundles the workflows and keeps the bundle in `BUNDLE_FILE`. */
export async function writeBundle(log: (line: string) => void = () => {}): Promise<{ code: string }> {
  const bundle = await bundleWorkflows(log);
  mkdirSync(dirname(BUNDLE_FILE), { recursive: true });
  // Written beside and moved: a worker that starts meanwhile never reads half of it.
  writeFileSync(`${BUNDLE_FILE}.${process.pid}`, bundle.code);
  renameSync(`${BUNDLE_FILE}.${process.pid}`, BUNDLE_FILE);
  return bundle;
}

function modifiedMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newestMs(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name))
    .reduce((newest, name) => Math.max(newest, modifiedMs(join(folder, name)) ?? 0), 0);
}
