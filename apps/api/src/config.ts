import { z } from 'zod';

const flag = z.enum(['0', '1', 'true', 'false']).transform((value) => value === '1' || value === 'true');

const environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** Namespace, TLS and API key may also come from the SDK's own environment configuration. */
    TEMPORAL_ADDRESS: z.string().min(1),
    TEMPORAL_NAMESPACE: z.string().min(1).default('default'),
    TEMPORAL_TASK_QUEUE: z.string().min(1).default('tinhgon'),
    TEMPORAL_UI_URL: z.url().optional(),
    OIDC_ISSUER: z.url(),
    OIDC_CLIENT_ID: z.string().min(1),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** `aud` a bearer token must carry. */
    API_AUDIENCE: z.string().min(1).default('tinhgon-api'),
    /** Address people open; its origin alone may change state from a browser. */
    PUBLIC_URL: z.url(),
    HOST: z.string().min(1).default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
    /** Keys the short-lived cookie of a sign-in under way. */
    SESSION_SECRET: z.string().min(32),
    /** File with the keys that sign receipts; with it every command must carry one. */
    RECEIPT_KEYS_FILE: z.string().min(1).optional(),
    /** File with the keys that encrypt what goes to Temporal. */
    PAYLOAD_KEYS_FILE: z.string().min(1).optional(),
    /** The first administrator of an empty system, by the provider's subject. */
    ADMIN_SUBJECT: z.string().min(1).optional(),
    APP_LOCALE: z.enum(['vi', 'en']).default('vi'),
    /** Folder of the built web application; without it the API answers alone. */
    WEB_DIST: z.string().min(1).optional(),
    /** Embedded identity provider and demo data: every page says so. */
    EVALUATION: flag.default(false),
    /** How many processes of this API share the updates a workflow can take at once. */
    API_REPLICAS: z.coerce.number().int().min(1).max(8).default(1),
    /** Addresses or networks of reverse proxies whose forwarding headers are believed: `loopback`, `10.0.0.0/8`. */
    TRUST_PROXY: z.string().min(1).optional(),
    RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(6_000),
    /** A request that has not arrived whole by then is ended; a file of 25 MB on a slow line takes minutes. */
    REQUEST_TIMEOUT_S: z.coerce.number().int().min(1).max(3_600).default(300),
    /** Given where the worker sends e-mail, so that the screens can say so. */
    MAIL_FROM: z.string().min(3).optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    NODE_ENV: z.string().optional(),
  })
  .refine(({ NODE_ENV, PAYLOAD_KEYS_FILE }) => NODE_ENV !== 'production' || PAYLOAD_KEYS_FILE !== undefined, {
    path: ['PAYLOAD_KEYS_FILE'],
    message: 'is needed in production: what goes to Temporal is encrypted there',
  });
export type Config = z.infer<typeof environment>;

/** The environment, or every variable that is wrong at once. Throws an Error people can act on. */
export function readConfig(variables: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (read.success) return read.data;
  const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These environment variables are missing or wrong:\n${lines.join('\n')}`);
}
