// The first thing that runs on a new machine: plain JavaScript for Node 20, built-in modules only.
// It installs the pinned packages when needed and hands over to a command under the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMANDS = [
  'start',
  'dev',
  'reset',
  'token',
  'people',
  'rotate-key',
  'payload-keys',
  'verify',
  'test',
  'backup',
  'restore',
  'release',
  'topology',
  'office',
  'fuzz',
  'bench',
  'faults',
];
/** These print an answer for scripts: nothing else may appear on standard output. */
const QUIET = new Set([
  'token',
  'people',
  'rotate-key',
  'payload-keys',
  'verify',
  'backup',
  'restore',
  'bench',
]);

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const [command = '', ...args] = process.argv.slice(2);
if (!COMMANDS.includes(command)) fail(`Usage: node infra/bin/run.mjs <${COMMANDS.join('|')}>`);
if (Number(process.versions.node.split('.')[0]) < 20) {
  fail(
    `Node ${process.versions.node} is too old: install Node 20 or newer from https://nodejs.org and try again.`,
  );
}

installPackages();
runUnderPinnedNode();

/** The packages are as the lockfile says when the stamp of the last installation equals today's files. */
function installPackages() {
  const stamp = join(root, 'node_modules', '.tinhgon-installed');
  // A script that asks a running system must not change what it runs on.
  if (QUIET.has(command) && existsSync(pinnedNode())) return;
  const wanted = fingerprint();
  if (existsSync(pinnedNode()) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  if (!QUIET.has(command))
    console.log(`Installing the packages (${packageManager}); the first time takes a minute or two …`);
  const result = spawnSync('npx', ['--yes', packageManager, 'install', '--frozen-lockfile'], {
    cwd: root,
    stdio: QUIET.has(command) ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    // pnpm asks before it replaces a folder unless it knows that nobody can answer.
    env: { ...process.env, CI: 'true', npm_config_loglevel: 'error' },
  });
  if (result.status !== 0 || !existsSync(pinnedNode())) {
    fail(
      'The packages could not be installed: see the message above, check the network and the free disk space, and try again.',
    );
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.platform + process.arch);
  const manifests = ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml'];
  for (const folder of ['.', 'apps', 'packages']) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const manifest = join(folder, entry.name, 'package.json');
      if (entry.isDirectory() && entry.name !== 'node_modules' && existsSync(join(root, manifest)))
        manifests.push(manifest);
    }
  }
  for (const file of manifests.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function pinnedNode() {
  return join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function runUnderPinnedNode() {
  const path = [dirname(pinnedNode()), join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(
    delimiter,
  );
  const child = spawn(pinnedNode(), [join(root, 'infra', 'src', 'commands', `${command}.ts`), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path, TZ: 'UTC' },
  });
  // Ctrl+C reaches the child by itself when both share a terminal; telling it twice does no harm.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  endWithNpm(child);
  child.once('error', (error) =>
    fail(`The pinned Node could not be started (${error.message}): delete node_modules and try again.`),
  );
  child.once('exit', (code, signal) => {
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1));
  });
}

/** When npm is killed the hard way it cannot pass the signal on, and what it had started would run on unseen. */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return;
  const parent = process.ppid;
  // Where npm put a shell between itself and us, it is that shell's parent.
  const first = look(parent);
  const grandparent = first?.commandLine.includes('run.mjs') ? first.parent : undefined;
  setInterval(() => {
    const now = grandparent === undefined ? undefined : look(parent)?.parent;
    if (process.ppid !== parent || (now !== undefined && now !== grandparent)) child.kill('SIGTERM');
  }, 1000).unref();
}

/** Parent and command line of a process; undefined when the machine does not tell. */
function look(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  const [, parent, commandLine] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? [];
  return parent === undefined ? undefined : { parent, commandLine };
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
