import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ProcessIdentity } from '../process/identity.ts';

/** The addresses of what runs, for people and scripts: `stack.json`. */
const Addresses = z.object({
  web: z.string(),
  api: z.string(),
  temporalAddress: z.string(),
  temporalUi: z.string(),
  databaseUrl: z.string(),
  oidcIssuer: z.string(),
  /** Where Prometheus reads the figures of the worker; those of the API lie at `{api}/metrics`. */
  workerMetrics: z.string().optional(),
});
export type StackAddresses = z.infer<typeof Addresses>;

const Identity = z.object({ pid: z.number(), started: z.string() });
const Processes = z.record(z.string(), Identity);

const Installation = z.object({ demo: z.boolean(), demoLoaded: z.string().optional() });
/** What this data folder was begun as, and which database the demonstration was loaded into. */
export type Installation = z.infer<typeof Installation>;

/** The small files by which a start knows what an earlier one left. A damaged or missing one reads as undefined. */
export function openRecord(dataDir: string) {
  mkdirSync(dataDir, { recursive: true });
  return {
    readAddresses: () => read(join(dataDir, 'stack.json'), Addresses),
    writeAddresses: (addresses: StackAddresses) => write(join(dataDir, 'stack.json'), addresses),
    forgetAddresses: () => rmSync(join(dataDir, 'stack.json'), { force: true }),
    readProcesses: () => read(join(dataDir, 'processes.json'), Processes) ?? {},
    writeProcesses: (processes: Readonly<Record<string, ProcessIdentity>>) =>
      write(join(dataDir, 'processes.json'), processes),
    readInstallation: () => read(join(dataDir, 'installation.json'), Installation),
    writeInstallation: (installation: Installation) =>
      write(join(dataDir, 'installation.json'), installation),
  };
}
export type StackRecord = ReturnType<typeof openRecord>;

function read<T>(file: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Written beside and moved, so that nobody ever reads half a file; owner only, for it holds a database password. */
function write(file: string, value: unknown): void {
  writeFileSync(`${file}.new`, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
