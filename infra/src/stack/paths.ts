import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));
export const DEFAULT_DATA_DIR = join(ROOT, '.data');

export const PROGRAMS = {
  migrate: join(ROOT, 'packages/database/src/bin/migrate.ts'),
  worker: join(ROOT, 'apps/worker/src/main.ts'),
  settle: join(ROOT, 'apps/worker/src/bin/settle.ts'),
  payloadKeys: join(ROOT, 'apps/worker/src/bin/payload-keys.ts'),
  api: join(ROOT, 'apps/api/src/main.ts'),
  identity: join(ROOT, 'infra/src/identity/main.ts'),
  demo: join(ROOT, 'infra/demo/load.ts'),
  vite: join(ROOT, 'apps/web/node_modules/vite/bin/vite.js'),
} as const;

export const WEB = join(ROOT, 'apps/web');
export const WEB_DIST = join(WEB, 'dist');
