import type { ScheduledView, SystemView, WorkersView } from '@tinhgon/rules/views/system';

/** Something an administrator should do about the installation. */
export type Concern =
  | { readonly is: 'databaseSilent' | 'databaseBehind' | 'temporalSilent' }
  | { readonly is: 'notServed'; readonly role: WorkersView['role']; readonly otherVersion: string | null }
  | {
      readonly is: 'workWaits';
      readonly role: WorkersView['role'];
      readonly count: number;
      readonly seconds: number;
    }
  | { readonly is: 'rowsBehind'; readonly seconds: number }
  | { readonly is: 'startsWait'; readonly count: number; readonly since: string }
  | { readonly is: 'mailsFailed' | 'mailsTroubled' | 'stuck' | 'differences'; readonly count: number }
  | {
      readonly is: 'scheduleLate' | 'scheduleFailed' | 'schedulePaused';
      readonly name: ScheduledView['name'];
    }
  | { readonly is: 'notTold'; readonly troubled: number; readonly failed: number; readonly stopped: number }
  | { readonly is: 'partSilent'; readonly part: AskedPart };
export type AskedPart = 'workers' | 'record' | 'mails' | 'told' | 'scheduled' | 'stuck';

/** As the alert rules have it, see docs/monitoring.md. */
const ROWS_BEHIND_S = 5;
const WORK_WAITS_S = 10;
const START_WAITS_MS = 60_000;

/** What is wrong, the gravest first. */
export function concernsOf(view: SystemView): Concern[] {
  const { ready } = view;
  const found: Concern[] = [];
  if (ready.database !== 'ready')
    found.push({ is: ready.database === 'silent' ? 'databaseSilent' : 'databaseBehind' });
  if (ready.temporal === 'silent') found.push({ is: 'temporalSilent' });
  if (view.workers.known) found.push(...view.workers.facts.flatMap(ofWorkers));
  if (view.stuck.known) {
    const count = view.stuck.facts.items.length + view.stuck.facts.more;
    if (count > 0) found.push({ is: 'stuck', count });
  }
  if (view.record.known) {
    const { slowestSeconds, toStart } = view.record.facts;
    if ((slowestSeconds ?? 0) > ROWS_BEHIND_S) found.push({ is: 'rowsBehind', seconds: slowestSeconds ?? 0 });
    const { count, oldestAt } = toStart;
    if (oldestAt !== null && Date.parse(view.record.at) - Date.parse(oldestAt) > START_WAITS_MS)
      found.push({ is: 'startsWait', count, since: oldestAt });
  }
  if (view.scheduled.known) found.push(...view.scheduled.facts.flatMap(ofSchedule));
  if (view.mails.known) {
    const { failed, troubled } = view.mails.facts;
    if (failed > 0) found.push({ is: 'mailsFailed', count: failed });
    if (troubled > 0) found.push({ is: 'mailsTroubled', count: troubled });
  }
  if (view.told.known) {
    const { troubled, failed, stopped } = view.told.facts;
    if (troubled + failed + stopped > 0) found.push({ is: 'notTold', troubled, failed, stopped });
  }
  // Of parts that are silent because all of it is, the first lines speak already.
  if (ready.database !== 'silent' && ready.temporal !== 'silent') {
    for (const part of ['workers', 'record', 'mails', 'told', 'scheduled', 'stuck'] as const) {
      const told = view[part];
      if (!told.known && told.why === 'silent') found.push({ is: 'partSilent', part });
    }
  }
  return found;
}

function ofWorkers({ role, served, pollers, current, waiting, waitingSeconds }: WorkersView): Concern[] {
  if (!served) {
    const elsewhere = pollers.some(({ state }) => state === 'other-version');
    return [{ is: 'notServed', role, otherVersion: elsewhere ? (current ?? '') : null }];
  }
  return waitingSeconds > WORK_WAITS_S
    ? [{ is: 'workWaits', role, count: waiting, seconds: waitingSeconds }]
    : [];
}

function ofSchedule({ name, late, outcome, paused, differences, moreDifferences }: ScheduledView): Concern[] {
  const count = (differences?.length ?? 0) + moreDifferences;
  const found: Concern[] = [];
  if (paused) found.push({ is: 'schedulePaused', name });
  else if (late) found.push({ is: 'scheduleLate', name });
  if (outcome === 'failed') found.push({ is: 'scheduleFailed', name });
  if (count > 0) found.push({ is: 'differences', count });
  return found;
}
