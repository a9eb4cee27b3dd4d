/** Kinds of work a worker can be given by itself. */
export const WORKER_ROLES = ['decisions', 'notifications', 'bulk'] as const;
export type WorkerRole = (typeof WORKER_ROLES)[number];

/** What starts by itself, at night or every few minutes. */
export const SCHEDULE_NAMES = [
  'checkpoint-nightly',
  'reconcile-nightly',
  'prune-nightly',
  'reminders',
] as const;
export type ScheduleName = (typeof SCHEDULE_NAMES)[number];
