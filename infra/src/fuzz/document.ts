import type { KnownValues } from './known-values.ts';

type Json = { [key: string]: unknown };
export interface OpenApi extends Json {
  readonly paths: Record<string, Record<string, Json>>;
}

/** The operations by the first part of their address: what belongs together stays together. */
export function groupsOf(document: OpenApi): readonly string[] {
  return [...new Set(Object.keys(document.paths).map(firstPart))];
}

const firstPart = (path: string): string => path.split('/')[1] ?? '';

/** The document with one group's operations alone, whose requests may also name what exists. Answers are left as they are. */
export function documentOf(document: OpenApi, group: string, known: KnownValues): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const [path, operations] of Object.entries(document.paths)) {
    if (firstPart(path) !== group) continue;
    const offered = structuredClone(operations);
    for (const operation of Object.values(offered)) {
      for (const parameter of (operation['parameters'] ?? []) as Json[]) {
        const name = parameter['in'] === 'path' ? group : String(parameter['name']);
        parameter['schema'] = withKnown(parameter['schema'] as Json, known[name]);
      }
      offerIn(operation['requestBody'], known);
    }
    paths[path] = offered;
  }
  return { ...document, paths };
}

function offerIn(part: unknown, known: KnownValues): void {
  if (typeof part !== 'object' || part === null) return;
  const { properties } = part as { properties?: Record<string, Json> };
  for (const [name, schema] of Object.entries(properties ?? {})) {
    const values = known[name];
    if (!properties || !values || values.length === 0) continue;
    if (schema['type'] === 'array') schema['items'] = withKnown(schema['items'] as Json, values);
    else properties[name] = withKnown(schema, values);
  }
  for (const inner of Object.values(part)) offerIn(inner, known);
}

function withKnown(schema: Json, values: readonly unknown[] | undefined): Json {
  const types = [schema['type']].flat();
  const fit = (values ?? []).filter((value) =>
    types.includes(typeof value === 'number' ? 'integer' : 'string'),
  );
  return fit.length === 0 || schema['enum'] !== undefined ? schema : { anyOf: [{ enum: fit }, schema] };
}
