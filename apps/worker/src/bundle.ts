import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

const WORKFLOWS = fileURLToPath(import.meta.resolve('@tinhgon/workflows'));
/** Sources that end up in the bundle. */
const SOURCES = [
  join(WORKFLOWS, '..'),
  fileURLToPath(new URL('.', import.meta.resolve('@tinhgon/rules/day'))),
  fileURLToPath(new URL('..', import.meta.resolve('@tinhgon/language/vi/domain.json'))),
];

/** Where `bin/bundle.ts` writes and `main.ts` looks. */
export const BUNDLE_FILE = fileURLToPath(new URL('../dist/workflow-bundle.js', import.meta.url));

/** Bundles the workflows for the sandbox; takes some seconds. */
export async function bundleWorkflows(log: (line: string) => void = () => {}): Promise<{ code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: WORKFLOWS,
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

/** The bundle written at build time when it is newer than every source of it, else a fresh one. */
export async function loadBundle(log: (line: string) => void = () => {}): Promise<{ code: string }> {
  const written = modifiedMs(BUNDLE_FILE);
  if (written !== null && SOURCES.every((folder) => newestMs(folder) <= written)) {
    return { code: readFileSync(BUNDLE_FILE, 'utf8') };
  }
  return bundleWorkflows(log);
}

function modifiedMs(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

function newestMs(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|json)$/.test(name))
    .reduce((newest, name) => Math.max(newest, modifiedMs(join(folder, name)) ?? 0), 0);
}
