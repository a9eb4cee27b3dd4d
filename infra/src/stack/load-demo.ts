import { createHash } from 'node:crypto';
import type { Context } from './context.ts';
import { runOnce } from './one-off.ts';
import { PROGRAMS } from './paths.ts';
import type { Installation } from './record.ts';

/**
 * Loads the demonstration into this database unless that was finished before. The loader repeats what it did without
 * effect, so that after a crash the next start simply runs it again. Throws Problem DEMO_FAILED.
 */
export async function loadDemo(
  context: Context,
  installation: Installation,
  where: { api: string; issuer: string; databaseUrl: string },
): Promise<void> {
  // Another database behind DATABASE_URL is another system, whatever this folder remembers. Passwords and ports may change.
  const { pathname, hostname } = new URL(where.databaseUrl);
  const database = createHash('sha256').update(`${hostname}${pathname}`).digest('hex');
  if (installation.demoLoaded === database) return;
  context.say(context.words.loadingDemo);
  const environment = {
    API_URL: where.api,
    OIDC_ISSUER: where.issuer,
    DATA_DIR: context.settings.DATA_DIR,
  };
  await runOnce(context, 'demo', PROGRAMS.demo, environment, 'DEMO_FAILED');
  context.record.writeInstallation({ ...installation, demoLoaded: database });
}
