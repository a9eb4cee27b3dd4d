import type { RequestContext } from '../request-context.ts';

/** Where a supervisor sees the subject's workflow; null without a Temporal UI. */
export function temporalUrl(
  { temporalUiUrl, temporalNamespace }: Pick<RequestContext, 'temporalUiUrl' | 'temporalNamespace'>,
  subject: string,
): string | null {
  if (temporalUiUrl === null) return null;
  const path = `namespaces/${encodeURIComponent(temporalNamespace)}/workflows/${encodeURIComponent(subject)}`;
  return new URL(path, `${temporalUiUrl.replace(/\/+$/, '')}/`).href;
}
