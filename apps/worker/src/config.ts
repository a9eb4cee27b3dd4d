import { ROLES } from '@tinhgon/workflows/queues';
import { z } from 'zod';
import { isNetwork } from './webhooks/networks.ts';

const environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** TLS, API key and profile come from the SDK's own environment configuration. */
    TEMPORAL_ADDRESS: z.string().min(1).optional(),
    TEMPORAL_NAMESPACE: z.string().min(1).optional(),
    TEMPORAL_TASK_QUEUE: z.string().min(1).default('tinhgon'),
    /** What this process does of the whole: `decisions`, `notifications`, `bulk`, several joined by commas. */
    WORKER_ROLES: z
      .string()
      .default(ROLES.join(','))
      .transform((list) => [...new Set(list.split(',').map((name) => name.trim()))])
      .pipe(z.array(z.enum(ROLES)).min(1)),
    /** Names this code among the versions that serve at once; without it the worker takes whatever there is. */
    BUILD_ID: z
      .string()
      .regex(/^[\w.-]{1,100}$/)
      .optional(),
    /** Where `/healthz` and `/readyz` answer; nowhere without it. */
    HEALTH_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
    HEALTH_HOST: z.string().min(1).default('127.0.0.1'),
    /** Address people open; supervisors find links to it in the Temporal UI. */
    PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
    /** Language of what the Temporal UI shows. */
    APP_LOCALE: z.enum(['vi', 'en']).default('vi'),
    /** `smtp://user:password@host:port` or `smtps://…`; without it no e-mail is sent. */
    SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Whom e-mails come from: `Tinh Gọn <no-reply@example.gov.vn>`. */
    MAIL_FROM: z.string().min(3).optional(),
    /** Networks of the state that webhooks may be sent to besides the internet: `10.20.0.0/16,10.30.1.5`. */
    WEBHOOK_NETWORKS: z
      .string()
      .default('')
      .transform((list) =>
        list
          .split(',')
          .map((network) => network.trim())
          .filter((network) => network !== ''),
      )
      .refine((networks) => networks.every(isNetwork), {
        message: 'networks as 10.0.0.0/8, joined by commas',
      }),
    /** File with the keys that sign receipts; with it every command must carry one. */
    RECEIPT_KEYS_FILE: z.string().min(1).optional(),
    /** File with the keys that encrypt what goes to Temporal. */
    PAYLOAD_KEYS_FILE: z.string().min(1).optional(),
    NODE_ENV: z.string().optional(),
    /** Demo data: what leaves the system says so. */
    EVALUATION: z.stringbool().default(false),
    /** Where Prometheus reads the worker's figures: `127.0.0.1:9464`; nowhere when it is not given. */
    METRICS_ADDRESS: z
      .string()
      .regex(/^[^\s:]+:\d+$/)
      .optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    /** Workflows read no zone, but the runtime's dates must not depend on the machine either. */
    TZ: z.literal('UTC'),
  })
  .refine((found) => (found.SMTP_URL === undefined) === (found.MAIL_FROM === undefined), {
    path: ['MAIL_FROM'],
    message: 'SMTP_URL and MAIL_FROM go together',
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
