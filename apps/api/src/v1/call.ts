import type { appRouter } from '../router.ts';
import type { z } from 'zod';
import { z as zod } from 'zod';

type Caller = ReturnType<typeof appRouter.createCaller>;

/** One call of `/api/v1`: what it takes, what it answers, and which call of the router it is. */
export interface Call {
  readonly method: 'get' | 'post';
  /** Below `/api/v1`, with `{parameters}`. */
  readonly path: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly headers: z.ZodObject;
  readonly body: z.ZodType | null;
  readonly answer: z.ZodType;
  /** 201 for calls that bring something into being. */
  readonly status: 200 | 201;
  readonly run: (caller: Caller, input: Input) => Promise<unknown>;
}

interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

const none = zod.object({});

/** Ties the parts of a call together by type; `/api/v1` has the same rules as the screens because `run` asks their router. */
export function call<
  Params extends z.ZodObject = typeof none,
  Query extends z.ZodObject = typeof none,
  Headers extends z.ZodObject = typeof none,
  Body extends z.ZodType = z.ZodNull,
  Answer extends z.ZodType = z.ZodType,
>(parts: {
  readonly method: Call['method'];
  readonly path: string;
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly headers?: Headers;
  readonly body?: Body;
  readonly answer: Answer;
  readonly status?: Call['status'];
  readonly run: (
    caller: Caller,
    input: {
      readonly params: z.output<Params>;
      readonly query: z.output<Query>;
      readonly headers: z.output<Headers>;
      readonly body: z.output<Body>;
    },
  ) => Promise<z.input<Answer>>;
}): Call {
  const { params = none, query = none, headers = none, body = null, status = 200, ...rest } = parts;
  return { ...rest, params, query, headers, body, status, run: parts.run as Call['run'] };
}
