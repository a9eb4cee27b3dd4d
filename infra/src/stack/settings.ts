import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { DEFAULT_DATA_DIR } from './paths.ts';

const port = z.coerce.number().int().min(1).max(65535).optional();

/** Ports above 1023 that browsers refuse to open (Fetch Standard, section 2.9, "bad port"). */
const REFUSED_BY_BROWSERS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
]);
/** A port that a browser opens. */
const page = port.refine((number) => number === undefined || !REFUSED_BY_BROWSERS.has(number), {
  message: 'browsers refuse to open this port; choose another',
});

const schema = z
  .object({
    DATA_DIR: z
      .string()
      .min(1)
      .default(DEFAULT_DATA_DIR)
      .transform((folder) => resolve(folder)),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
      .optional(),
    /** Folder of backups in which the embedded PostgreSQL keeps everything it writes. */
    BACKUP_DIR: z
      .string()
      .transform((folder) => resolve(folder))
      .optional(),
    TEMPORAL_ADDRESS: z.string().optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_UI_URL: z.url().optional(),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    ADMIN_SUBJECT: z.string().optional(),
    RECEIPT_KEYS_FILE: z.string().optional(),
    PAYLOAD_KEYS_FILE: z.string().optional(),
    APP_LOCALE: z.string().default('vi'),
    PUBLIC_URL: z.url().optional(),
    HOST: z.string().default('127.0.0.1'),
    PORT: page,
    POSTGRES_PORT: port,
    TEMPORAL_PORT: port,
    TEMPORAL_UI_PORT: page,
    IDENTITY_PORT: page,
    NODE_ENV: z.string().optional(),
  })
  .refine((found) => found.OIDC_ISSUER === undefined || found.OIDC_CLIENT_ID !== undefined, {
    path: ['OIDC_CLIENT_ID'],
    message: 'is needed with OIDC_ISSUER',
  });
/**
 * What the pages of `npm start` are opened by: browsers take passkeys for a name and for no address. The app and the
 * Temporal UI share it, for cookies do not pass between two names.
 */
export const LOCALHOST = 'localhost';

export type StackSettings = z.infer<typeof schema>;

/** Reads the launcher's settings. Throws Problem BAD_SETTINGS that names every wrong variable at once. */
export function readSettings(environment: NodeJS.ProcessEnv): StackSettings {
  // An empty variable means the same as none.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const list = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Problem('BAD_SETTINGS', { list });
}
