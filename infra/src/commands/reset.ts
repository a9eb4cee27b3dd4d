import { existsSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { findLivingServer } from '../postgres/postmaster-pid.ts';
import { Problem } from '../problem.ts';
import { endProcess } from '../process/end-process.ts';
import { cleanUp } from '../stack/clean-up.ts';
import { findLauncher } from '../stack/launcher-lock.ts';
import { openRecord } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';
import { explain, progressWords } from '../words/terminal.ts';

const words = progressWords();
try {
  const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false } } });
  const { DATA_DIR } = readSettings(process.env);
  const launcher = findLauncher(DATA_DIR);
  if (launcher !== undefined) throw new Problem('STILL_RUNNING', { pid: launcher.pid });
  if (!existsSync(DATA_DIR)) console.log(words.resetNothing);
  else if (values.yes || (await confirmed(DATA_DIR))) await deleteData(DATA_DIR);
  else console.log(words.resetKept);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}

async function confirmed(folder: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  // Without anybody to answer, the answer is no.
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const answer = await Promise.race([terminal.question(words.resetQuestion(folder)), closed]);
  terminal.close();
  return /^(y|yes|c|có)$/i.test(answer.trim());
}

/** A crash may have left parts running on the data: they would write it back. */
async function deleteData(folder: string): Promise<void> {
  await cleanUp(openRecord(folder));
  const postgres = findLivingServer(`${folder}/postgres`);
  if (postgres !== undefined) await endProcess(postgres.identity, { signal: 'SIGINT', graceMs: 8_000 });
  rmSync(folder, { recursive: true, force: true });
  console.log(words.resetDone);
}
