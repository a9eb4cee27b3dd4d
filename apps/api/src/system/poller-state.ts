import type { WorkersView } from '@tinhgon/rules/views/system';

/** A poller asks again within a minute while it lives; whoever has not for longer than this is gone. */
const GONE_AFTER_MS = 75_000;

export interface Poller {
  readonly identity: string;
  /** Null for a worker that serves without a version. */
  readonly buildId: string | null;
  readonly lastSeenAt: string;
}

/** Where Temporal sends work by version; null stands for workers without one. */
export interface Routing {
  readonly current: string | null;
  readonly ramping: string | null;
}

/** Whether work comes to this poller: it was seen just now, and what it runs is what work is sent to. */
export function pollerState(
  { buildId, lastSeenAt }: Poller,
  routing: Routing,
  now: string,
): WorkersView['pollers'][number]['state'] {
  if (Date.parse(now) - Date.parse(lastSeenAt) > GONE_AFTER_MS) return 'gone';
  const takesWork = buildId === routing.current || (buildId !== null && buildId === routing.ramping);
  return takesWork ? 'working' : 'other-version';
}
