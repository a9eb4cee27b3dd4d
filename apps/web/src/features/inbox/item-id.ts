export interface ItemId {
  readonly subject: 'plan' | 'document';
  readonly code: string;
  readonly step: string;
}

/** `plan/{code}/{step}` taken apart; null when it is not one. */
export function itemOf(id: string): ItemId | null {
  const parts = /^(plan|document)\/([^/]+)\/([^/]+)$/.exec(id);
  if (!parts) return null;
  const [, subject, code = '', step = ''] = parts;
  return { subject: subject as ItemId['subject'], code, step };
}
