import { createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

const KEY_BYTES = 32;
const keyFile = z
  .strictObject({
    /** Under which new payloads are encrypted; with null none are, but all that is encrypted is read. */
    current: z.string().nullable(),
    keys: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[\w-]{1,64}$/),
          key: z.base64().refine((text) => Buffer.from(text, 'base64').length === KEY_BYTES),
          madeAt: z.iso.datetime(),
        }),
      )
      .min(1),
  })
  .refine(({ keys }) => new Set(keys.map(({ id }) => id)).size === keys.length, { path: ['keys'] })
  .refine(({ current, keys }) => current === null || keys.some(({ id }) => id === current), {
    path: ['current'],
  });

/** What the file with the keys of payloads says. */
export type PayloadKeyFile = z.infer<typeof keyFile>;

export interface PayloadKey {
  readonly id: string;
  /** Not its bytes: Node would find out anew what they are for each payload, which takes three times as long as sealing it. */
  readonly key: KeyObject;
}

/** Keys as a codec asks for them. */
export interface PayloadKeys {
  /** The key of new payloads; null where they are not encrypted. */
  readonly current: () => PayloadKey | null;
  readonly find: (id: string) => KeyObject | null;
  /** Ids alone, for logs. */
  readonly ids: () => { readonly current: string | null; readonly known: readonly string[] };
}

/** Where no file is named: nothing is encrypted, and nothing that is can be read. */
export const NO_PAYLOAD_KEYS: PayloadKeys = {
  current: () => null,
  find: () => null,
  ids: () => ({ current: null, known: [] }),
};

/** A file that was changed is read again no sooner than this after the last look. */
const LOOK_AGAIN_MS = 1_000;

/**
 * The keys of a file, read again when it changes: a new key needs no restart, and a key that is met before the next look is
 * looked for at once. A file that is wrong then changes nothing. Throws an Error people can act on; it names no secret.
 */
export function openPayloadKeys(
  file: string,
  onChange: (ids: ReturnType<PayloadKeys['ids']>) => void = () => {},
): PayloadKeys {
  let ring = ringOf(readPayloadKeyFile(file));
  let read = stampOf(file);
  // On a clock that only goes forward: one that is set back must not keep new keys out.
  let lookedMs = performance.now();
  const look = (): void => {
    lookedMs = performance.now();
    const found = stampOf(file);
    if (found === undefined || found === read) return;
    try {
      ring = ringOf(readPayloadKeyFile(file));
      read = found;
      onChange(ring.ids);
    } catch {
      // Half written, or wrong: the keys at hand go on, and it is looked at again.
    }
  };
  const present = (): typeof ring => {
    if (performance.now() - lookedMs >= LOOK_AGAIN_MS) look();
    return ring;
  };
  return {
    current: () => present().current,
    find: (id) => {
      const known = present().keys.get(id);
      if (known) return known;
      look();
      return ring.keys.get(id) ?? null;
    },
    ids: () => present().ids,
  };
}

/** Of two files written within one tick of the clock, the second is another one: each is moved into its place. */
function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.mtimeMs} ${found.ino} ${found.size}`;
}

function ringOf({ current, keys }: PayloadKeyFile) {
  const byId = new Map(keys.map(({ id, key }) => [id, createSecretKey(key, 'base64')]));
  const key = current === null ? undefined : byId.get(current);
  return {
    keys: byId,
    current: current === null || key === undefined ? null : { id: current, key },
    ids: { current, known: [...byId.keys()] },
  };
}

export function readPayloadKeyFile(file: string): PayloadKeyFile {
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The file of payload keys (PAYLOAD_KEYS_FILE) cannot be read as JSON: ${file}`);
  }
  const checked = keyFile.safeParse(read);
  if (checked.success) return checked.data;
  const places = checked.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Error(`The file of payload keys (PAYLOAD_KEYS_FILE) is wrong at: ${places}`);
}

/** Written beside and moved: whoever reads meanwhile finds the old keys or the new. */
export function writePayloadKeyFile(file: string, keys: PayloadKeyFile): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(beside, file);
}

/** A first key. Not in use yet where other processes run that do not know it. */
export function newPayloadKeyFile(now: string, inUse = true): PayloadKeyFile {
  const first = newKey(now);
  return { current: inUse ? first.id : null, keys: [first] };
}

/** First step of a change: a new key that everybody learns to read, and nobody writes with. */
export const withNewKey = ({ current, keys }: PayloadKeyFile, now: string): PayloadKeyFile => ({
  current,
  keys: [...keys, newKey(now)],
});

/** Second step: what is written from now on is under this key. Throws an Error when the file has none of that name. */
export function withCurrent({ keys }: PayloadKeyFile, id: string): PayloadKeyFile {
  must(keys, id);
  return { current: id, keys };
}

/** Last step: what was written under this key cannot be read any more. Throws an Error for the one in use. */
export function withoutKey({ current, keys }: PayloadKeyFile, id: string): PayloadKeyFile {
  must(keys, id);
  if (id === current) throw new Error(`${id} is in use: take another one into use first.`);
  return { current, keys: keys.filter((one) => one.id !== id) };
}

function must(keys: PayloadKeyFile['keys'], id: string): void {
  if (!keys.some((one) => one.id === id)) throw new Error(`There is no key ${id} in this file.`);
}

function newKey(now: string): PayloadKeyFile['keys'][number] {
  const id = `${now.slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  return { id, key: randomBytes(KEY_BYTES).toString('base64'), madeAt: now };
}
