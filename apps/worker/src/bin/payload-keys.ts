/**
 * Program: the keys that encrypt what goes to Temporal, in the file that PAYLOAD_KEYS_FILE names.
 *
 *   payload-keys.js make [--known]   a new file; with --known its key is read by all, and used by nobody yet
 *   payload-keys.js add              a further key, known and not yet in use
 *   payload-keys.js use KEY          new payloads are written under it from now on
 *   payload-keys.js in-use           which keys occur in open workflows, and how often
 *   payload-keys.js drop KEY         takes a key away that occurs in none of them
 *   payload-keys.js show
 *
 * Bring the file to every machine between `add` and `use`; docs/production.md says how.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  newPayloadKeyFile,
  readPayloadKeyFile,
  withCurrent,
  withNewKey,
  withoutKey,
  writePayloadKeyFile,
} from '@tinhgon/commands/payloads/payload-keys';
import { connect } from '../connect.ts';
import { keysInUse, type KeysInUse } from '../payload-keys/keys-in-use.ts';

const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_TASK_QUEUE = 'tinhgon' } = process.env;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { known: { type: 'boolean', default: false } },
  });
  await carryOut(fileNamed(), positionals, values.known);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

function fileNamed(): string {
  const { PAYLOAD_KEYS_FILE } = process.env;
  if (!PAYLOAD_KEYS_FILE) throw new Error('PAYLOAD_KEYS_FILE names no file.');
  return PAYLOAD_KEYS_FILE;
}

async function carryOut(file: string, [what, id = '']: readonly string[], known: boolean): Promise<void> {
  const now = new Date().toISOString();
  switch (what) {
    case 'make':
      if (existsSync(file)) throw new Error(`${file} exists: a key in it may be needed.`);
      writePayloadKeyFile(file, newPayloadKeyFile(now, !known));
      return show(file);
    case 'add':
      writePayloadKeyFile(file, withNewKey(readPayloadKeyFile(file), now));
      return show(file);
    case 'use':
      writePayloadKeyFile(file, withCurrent(readPayloadKeyFile(file), id));
      return show(file);
    case 'in-use':
      return tell(file, await look(file));
    case 'drop': {
      const left = withoutKey(readPayloadKeyFile(file), id);
      const where = (await look(file)).keys.get(id) ?? [];
      if (where.length > 0) {
        throw new Error(
          `${id} occurs in ${where.length} of them, ${where.slice(0, 3).join(', ')}: it stays.`,
        );
      }
      writePayloadKeyFile(file, left);
      return show(file);
    }
    case 'show':
      return show(file);
    default:
      throw new Error('payload-keys make | add | use KEY | in-use | drop KEY | show');
  }
}

function show(file: string): void {
  const { current, keys } = readPayloadKeyFile(file);
  for (const { id, madeAt } of keys) say(`${id}\t${madeAt}\t${id === current ? 'in use' : 'known'}`);
}

async function look(file: string): Promise<KeysInUse> {
  const { connection, client } = await connect({
    TEMPORAL_ADDRESS,
    TEMPORAL_NAMESPACE,
    PAYLOAD_KEYS_FILE: file,
  });
  try {
    return await keysInUse(client, TEMPORAL_TASK_QUEUE);
  } finally {
    await connection.close();
  }
}

function tell(file: string, { looked, keys }: KeysInUse): void {
  const { keys: known } = readPayloadKeyFile(file);
  for (const id of new Set([...known.map((key) => key.id), ...keys.keys()])) {
    const count = keys.get(id)?.length ?? 0;
    const missing = id !== null && !known.some((key) => key.id === id);
    say(`${id ?? 'in the clear'}\t${count}${missing ? '\tnot in this file' : ''}`);
  }
  say(`${looked} open workflows and schedules`);
}
