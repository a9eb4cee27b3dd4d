import { refuse } from '../errors/refusal.ts';

/** Deeper than any content of ours by far; what is deeper was made to hurt. */
const MAX_DEPTH = 64;
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body as its sender wrote it, or refuses it: broken UTF-8 would be stored as other text, and of
 * a key given twice one value would be lost without a word. Throws Refusal INVALID_INPUT.
 */
export function readJson(bytes: Uint8Array): unknown {
  let json: string;
  try {
    json = strictUtf8.decode(bytes);
  } catch (cause) {
    throw wrong('utf8', undefined, cause);
  }
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw wrong('json', undefined, cause);
  }
  checkStructure(json);
  return value;
}

interface Level {
  readonly keys: Set<string> | null;
  /** Where this value stands in its parent, for the field's name. */
  readonly path: readonly string[];
  index: number;
  key: string;
}

/** Walks the tokens of valid JSON: on anything else the search for a string's end could take for ever. */
function checkStructure(json: string): void {
  const levels: Level[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gsu;
  let text = '';
  for (const [token] of json.matchAll(tokens)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      if (levels.length >= MAX_DEPTH) throw wrong('deep');
      const path = level ? [...level.path, level.keys ? level.key : String(level.index)] : [];
      levels.push({ keys: token === '{' ? new Set() : null, path, index: 0, key: '' });
    } else if (token === '}' || token === ']') {
      levels.pop();
    } else if (token === ',') {
      if (level) level.index += 1;
    } else if (token === ':') {
      if (level?.keys) noteKey(level, text);
    } else {
      text = token;
    }
  }
}

function noteKey(level: Level, quoted: string): void {
  const key = JSON.parse(quoted) as string;
  const field = [...level.path, key].join('.').slice(0, 200);
  if (level.keys?.has(key)) throw wrong('duplicate', field);
  if (key === '__proto__') throw refuse('INVALID_INPUT', { field });
  level.keys?.add(key);
  level.key = key;
}

function wrong(reason: 'utf8' | 'json' | 'deep' | 'duplicate', field?: string, cause?: unknown) {
  const refusal = refuse('INVALID_INPUT', { details: { reason }, ...(field === undefined ? {} : { field }) });
  refusal.cause = cause;
  return refusal;
}
