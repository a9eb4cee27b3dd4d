/**
 * Command: checks a record that was downloaded (`/api/v1/audit/plan/…`), without database and network.
 * `npm run -s verify -- record.json [--checkpoint checkpoint.json] [--root x]`; ends with 1 when anything is wrong.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { verifyNatively } from '@tinhgon/commands/receipts/key-ring';
import type { Bundle } from '@tinhgon/database/record/bundle';
import { sentenceOf } from '@tinhgon/database/record/finding';
import { verifyBundle } from '@tinhgon/database/record/verify-bundle';

const USAGE = 'npm run -s verify -- record.json [--checkpoint checkpoint.json] [--root <public root key>]';

try {
  const { values, positionals } = parseArgs({
    options: { checkpoint: { type: 'string' }, root: { type: 'string' } },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined) throw new Error(`Name the file: ${USAGE}`);
  const bundle = json(file);
  const findings = verifyBundle(bundle, {
    verify: verifyNatively,
    ...(values.root === undefined ? {} : { root: values.root }),
    ...(values.checkpoint === undefined ? {} : { checkpoint: json(values.checkpoint) }),
  });
  for (const finding of findings) process.stdout.write(`${sentenceOf(finding)}\n`);
  if (findings.length === 0)
    process.stdout.write(`${soundOf(bundle as Bundle, values.checkpoint !== undefined)}\n`);
  else process.stdout.write(`${findings.length} found\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}

function json(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} cannot be read as JSON: ${(error as Error).message}`, { cause: error });
  }
}

function soundOf(
  { subject, chains, keys, withheld, checkpoint, exportedAt }: Bundle,
  compared: boolean,
): string {
  const events = chains.flatMap((chain) => chain.events);
  const receipts = events.filter(({ payload }) => 'receipt' in payload).length;
  return [
    `${subject}, handed out ${exportedAt}: ${events.length} events in ${chains.length} chains, ${receipts} receipts, nothing wrong`,
    keys === null ? 'Nothing was signed in this installation.' : `Root key: ${keys.set.root}`,
    ...(checkpoint
      ? [`In the checkpoint of ${checkpoint.statement.day}${compared ? ', the same as the one kept' : ''}.`]
      : []),
    ...(withheld.length > 0
      ? [`Not in the file, not to be seen by whoever asked for it: ${withheld.join(', ')}`]
      : []),
  ].join('\n');
}
