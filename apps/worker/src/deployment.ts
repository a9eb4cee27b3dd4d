import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { Config } from './config.ts';

/** What workflows are started with, with the keys of the moment they are started at. */
export function deploymentOf(
  config: Pick<Config, 'APP_LOCALE' | 'PUBLIC_URL'>,
  keyRing: KeyRing | null,
): Deployment {
  const said = { locale: config.APP_LOCALE, publicUrl: config.PUBLIC_URL };
  if (!keyRing) return said;
  return {
    ...said,
    // As they are when a workflow is started, not as they were when this process was.
    get receipts() {
      return keyRing.keySet;
    },
  };
}
