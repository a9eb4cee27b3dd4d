import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BundleOptions, bundleWorkflowCode } from '@temporalio/worker';
import { z } from 'zod';

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
    failureConverterPath: fileURLToPath(import.meta.resolve('@tinhgon/workflows/failure-converter')),
    // Checks the receipts of decisions: its tables are made once for a worker, and not for each workflow.
    preloadModules: [fileURLToPath(import.meta.resolve('@tinhgon/rules/receipt/jws'))],
    webpackConfigHook: forThisNode,
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

type Configuration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];
const translator = z.looseObject({
  use: z.looseObject({
    loader: z.string().regex(/swc-loader/),
    options: z.looseObject({ jsc: z.looseObject({ target: z.string() }) }),
  }),
});

/**
 * The SDK translates for engines of 2017, in which spreading an object is a loop over its properties; the sandbox runs in
 * the Node this runs in. Throws when the bundler is not set up as it was: then this is to be looked at again.
 */
function forThisNode(config: Configuration): Configuration {
  let translated = false;
  const rules = config.module?.rules?.map((rule) => {
    const { success, data } = translator.safeParse(rule);
    if (!success) return rule;
    translated = true;
    const { use } = data;
    const jsc = { ...use.options.jsc, target: 'es2022' };
    return { ...data, use: { ...use, options: { ...use.options, jsc } } };
  });
  if (!rules || !translated) throw new Error('the bundler of workflows translates in another way now');
  return { ...config, module: { ...config.module, rules } };
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
