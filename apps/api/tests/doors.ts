import type { z } from 'zod';
import type { Call } from '../src/v1/call.ts';
import { CALLS } from '../src/v1/calls.ts';

type Fields = Record<string, unknown>;

/** A request of `/api/v1`. */
export interface Sent {
  readonly call: Call;
  readonly path: string;
  readonly body: unknown;
}

/** Which calls ask which procedure is the same for every input: looked for once. */
const askers = new Map<string, readonly Call[]>();

/** Every request of `/api/v1` that asks `procedure` of the router with this input. */
export function requestsFor(procedure: string, input: unknown): readonly Sent[] {
  const name = `${procedure} ${String((input as Fields | undefined)?.['kind'])}`;
  const found = (askers.get(name) ?? CALLS).flatMap((call) => {
    const parts = partings(call, (input ?? {}) as Fields).find((one) => asks(call, one, procedure, input));
    return parts ? [asSent(call, parts)] : [];
  });
  if (!askers.has(name)) {
    askers.set(
      name,
      found.map(({ call }) => call),
    );
  }
  return found;
}

function asks(call: Call, parts: Parts, procedure: string, input: unknown): boolean {
  const read = {
    params: fitting(call.params, parts.params),
    query: fitting(call.query.strict(), parts.query),
    headers: {},
    body: call.body ? fitting(call.body, parts.body) : undefined,
  };
  if ([read.params, read.query, read.body].includes(UNFIT)) return false;
  const asked = askedOf(call, read);
  if (asked?.procedure !== procedure) return false;
  // A list of plans' files is no list of documents' files.
  return (input as Fields | undefined)?.['kind'] === undefined || asked.kind === (input as Fields)['kind'];
}

interface Parts {
  readonly params: Fields;
  readonly query: Fields;
  readonly body: unknown;
}

/** Ways in which the input of the router may be spread over an address, a query and a body. */
function partings(call: Call, input: Fields): readonly Parts[] {
  const pick = (schema: z.ZodObject) =>
    Object.fromEntries(Object.entries(input).filter(([name]) => name in schema.shape));
  // The programme of a baseline is the one its address names.
  const params = {
    ...('code' in call.params.shape ? { code: input['programme'] ?? 'P896' } : {}),
    ...pick(call.params),
  };
  const query = pick(call.query);
  const inAddress = new Set(Object.keys(call.method === 'get' ? { ...params, ...query } : pick(call.params)));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !inAddress.has(name)));
  const { choices, ...around } = rest as { choices?: Fields } & Fields;
  const { commandId: _key, ...unnamed } = rest;
  const { programme: _programme, ...placed } = rest;
  const { id: _id, ...made } = rest;
  const bodies = [
    rest,
    ...Object.values(rest),
    { ...around, ...choices },
    { change: rest },
    unnamed,
    placed,
    made,
  ];
  const dryRuns = 'dryRun' in call.query.shape ? [{}, { dryRun: 'true' }] : [{}];
  return bodies.flatMap((body) =>
    dryRuns.map((dryRun) => ({ params, query: { ...query, ...dryRun }, body })),
  );
}

const UNFIT = Symbol('does not fit');

function fitting(schema: z.ZodType, value: unknown): unknown {
  const read = schema.safeParse(value);
  return read.success ? read.data : UNFIT;
}

/** The procedure a call asks the router for, and about which kind of thing; found by letting it ask. */
function askedOf(
  call: Call,
  input: Parameters<Call['run']>[1],
): { readonly procedure: string; readonly kind: unknown } | null {
  const asked: { procedure: string; kind: unknown }[] = [];
  const step = (names: readonly string[]): unknown =>
    new Proxy(() => {}, {
      get: (_target, name) => step([...names, String(name)]),
      apply: async (_target, _this, [given]: [Fields | undefined]) => {
        asked.push({ procedure: names.join('.'), kind: given?.['kind'] });
      },
    });
  try {
    void call.run(step([]) as Parameters<Call['run']>[0], input);
  } catch {
    // A body that lacks what this way of asking needs.
  }
  return asked[0] ?? null;
}

function asSent(call: Call, { params, query, body }: Parts): Sent {
  const path = call.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const asked = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      [value].flat().map((one) => [name, String(one)] satisfies [string, string]),
    ),
  );
  return { call, path: `${path}?${asked.toString()}`, body: call.body ? body : undefined };
}
