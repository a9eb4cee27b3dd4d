import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';

const WORKFLOWS = fileURLToPath(new URL('../src/index.ts', import.meta.url));
/** Six kinds of workflows, their rules, and what checks signatures, which a worker loads once for all of them. */
const MOST_BYTES = 1_800_000;
/** Stand-ins of the SDK for what the sandbox offers. */
const OFFERED = new Set(['assert', 'url', 'util']);

let complaints: string[];
let code: string;
let modules: string[];
beforeAll(async () => {
  complaints = [];
  const complain = (message: string) => void complaints.push(message);
  const quiet = () => {};
  const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: complain, error: complain };
  const bundle = await bundleWorkflowCode({ workflowsPath: WORKFLOWS, logger });
  [code = ''] = bundle.code.split('//# sourceMappingURL');
  modules = [...code.matchAll(/^\/\*{3}\/ "?([^"\n]+?)"?:?$/gm)].map(([, name = '']) => name);
});

describe('the bundle the sandbox runs', () => {
  it('is made without a complaint and stays small', () => {
    expect(complaints).toEqual([]);
    expect(code.length).toBeLessThan(MOST_BYTES);
  });

  it('holds the rules and the words', () => {
    expect(modules.some((name) => name.endsWith('rules/src/plan/decide.ts'))).toBe(true);
    expect(modules.some((name) => name.endsWith('vi/supervisor.json'))).toBe(true);
  });

  it('holds neither zod nor a module of Node, nor anything that reads the machine', () => {
    const packages = modules.flatMap(
      (name) => /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules)/.exec(name)?.[1] ?? [],
    );
    expect([...new Set(packages)].sort()).toEqual([
      '@noble/curves',
      '@noble/hashes',
      '@scure/base',
      '@temporalio/common',
      '@temporalio/workflow',
      'canonicalize',
      'long',
      'ms',
      'nexus-rpc',
    ]);
    const node = builtinModules.filter((name) => !OFFERED.has(name));
    expect(modules.filter((name) => node.includes(name) || name.startsWith('node:'))).toEqual([]);
    const own = modules.filter((name) => !name.includes('node_modules'));
    expect(own.filter((name) => /(database|worker|api|web|infra)\/src/.test(name))).toEqual([]);
  });
});
