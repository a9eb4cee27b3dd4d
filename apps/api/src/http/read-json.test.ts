import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../errors/refusal.ts';
import { readJson } from './read-json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const refusalOf = (input: Uint8Array): unknown => {
  try {
    return readJson(input);
  } catch (error) {
    return error instanceof Refusal ? error.rejection : error;
  }
};

test('reads whatever JSON can say', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const json = JSON.stringify(value);
      fc.pre(!json.includes('__proto__'));
      expect(readJson(bytes(json))).toEqual(JSON.parse(json));
    }),
  );
});

describe('refuses', () => {
  test.each([
    ['broken UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), { reason: 'utf8' }],
    ['what is not JSON', bytes('{name: 1}'), { reason: 'json' }],
    ['an unfinished text', bytes('{"a": "b'), { reason: 'json' }],
    ['nothing', bytes(''), { reason: 'json' }],
    ['a bad escape in a key', bytes('{"\\x": 1}'), { reason: 'json' }],
    ['a hundred thousand brackets', bytes('['.repeat(100_000) + ']'.repeat(100_000)), { reason: 'deep' }],
  ])('%s', (_what, input, details) => {
    expect(refusalOf(input)).toMatchObject({ code: 'INVALID_INPUT', details });
  });

  test('a key given twice, by its name', () => {
    expect(refusalOf(bytes('{"a":[{"b":1},{"b":1,"\\u0062":2}]}'))).toMatchObject({
      field: 'a.1.b',
      details: { reason: 'duplicate' },
    });
  });

  test('a key that would reach the prototype', () => {
    expect(refusalOf(bytes('{"a":{"__proto__":{}}}'))).toMatchObject({ field: 'a.__proto__' });
  });
});
