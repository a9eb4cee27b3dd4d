import type { Deployment } from '@tinhgon/workflows/subject/messages';
import type { KeyRing } from './receipts/key-ring.ts';

/** What workflows are started with, with the keys of the moment they are started at. */
export function deploymentOf(
  { APP_LOCALE, PUBLIC_URL }: { readonly APP_LOCALE: Deployment['locale']; readonly PUBLIC_URL: string },
  keyRing: KeyRing | null,
): Deployment {
  const said = { locale: APP_LOCALE, publicUrl: new URL(PUBLIC_URL).href.replace(/\/$/, '') };
  if (!keyRing) return said;
  return {
    ...said,
    // As they are when a workflow is started: not as they were when this process was, or before what begins it was signed.
    get receipts() {
      return keyRing.keySet;
    },
  };
}
