import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CALLS } from '../src/v1/calls.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const HOSTILE = [
  `'; drop table person; --`,
  `" or ""=" \\'; select pg_sleep(60) --`,
  `<script>alert(1)</script><img src=x onerror=alert(1)>`,
  `=cmd|'/C calc'!A0`,
  `{{constructor.constructor('return 1')()}} \${7*7} %s %n`,
  `\u202e\u2066 ../../../etc/passwd`,
];

type Schema = { readonly [key: string]: unknown };
type Value = unknown;

/** A body that fits the schema in shape, with `text` in every place where people write; one for each kind of command. */
function bodiesOf(schema: Schema, text: string): readonly Value[] {
  const kinds = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
  return kinds ? kinds.flatMap((kind) => bodiesOf(kind, text)) : [valueOf(schema, text, '')];
}

function valueOf(schema: Schema, text: string, name: string): Value {
  const choice = (schema['oneOf'] ?? schema['anyOf']) as Schema[] | undefined;
  if (choice) return valueOf(choice[0] ?? {}, text, name);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  switch ([schema['type']].flat()[0]) {
    case 'object': {
      const properties = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
      return Object.fromEntries(properties.map(([key, part]) => [key, valueOf(part, text, key)]));
    }
    case 'array':
      return [valueOf((schema['items'] ?? {}) as Schema, text, name)];
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 1);
    case 'boolean':
      return false;
    default:
      return textFor(schema, text, name);
  }
}

/** What is there stays what it is, so that the request gets as far as it can; all else is hostile. */
function textFor(schema: Schema, text: string, name: string): string {
  if (schema['format'] === 'uuid') return randomUUID();
  if (name === 'programme') return world.programme;
  if (/agency$/i.test(name)) return world.home;
  if (name === 'procedureCode' || name === 'procedureCodes') return world.procedures[0] ?? '';
  if (/(On|By|date|deadline|asAt)$/i.test(name) || ['from', 'to'].includes(name)) return '2026-06-01';
  return text;
}

const withBody = CALLS.flatMap((call) => (call.body ? [{ call, body: call.body }] : []));

describe('every text field of every call:', () => {
  test.each(withBody.map((one) => [`${one.call.method} ${one.call.path}`, one] as const))(
    '%s',
    async (_name, { call, body }) => {
      const schema = z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as Schema;
      for (const text of HOSTILE) {
        const path = call.path
          .replace('/programmes/{code}', `/programmes/${world.programme}`)
          .replaceAll(/\{\w+\}/g, encodeURIComponent(text));
        for (const sent of bodiesOf(schema, text)) {
          for (const player of ['office', 'lan'] as const) {
            const { status, body: said } = await world.call(player, call.method.toUpperCase(), path, sent);
            expect(status, JSON.stringify([sent, said]).slice(0, 2_000)).toBeLessThan(500);
          }
        }
      }
    },
  );

  test('and all tables are still there, with everybody in them', async () => {
    const { rows } = await sql<{ people: number; procedures: number }>`
      select (select count(*)::int from person) as people, (select count(*)::int from procedure) as procedures
    `.execute(world.database.db);
    expect(rows[0]).toMatchObject({ people: 9, procedures: 5 });
  });
});

test.each(HOSTILE)('%j is given back as it was written, and runs nowhere', async (text) => {
  const about = { programme: world.programme, leadAgency: world.home, year: 2026 };
  const { body } = await world.call('lan', 'POST', '/plans', { ...about, name: text });
  const plan = await world.call('lan', 'GET', `/plans/${body.code}`);
  expect(plan.body.name).toBe(text.trim());
  expect(plan.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const asked = new URLSearchParams({ q: text });
  for (const list of ['/plans', '/procedures', '/documents', '/search', '/files', '/bottlenecks']) {
    const { status } = await world.call('lan', 'GET', `${list}?${asked.toString()}`);
    expect(status, list).toBe(200);
  }
});
