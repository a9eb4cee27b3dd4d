/** Kinds of work a worker can be given by itself. */
export const ROLES = ['decisions', 'notifications', 'bulk'] as const;
export type Role = (typeof ROLES)[number];

/**
 * The task queue of a role. All workflows and what a decision waits for stand in the deployment's own queue; activities
 * that may take long stand in queues beside it, so that no decision ever waits behind a report or ten thousand commands.
 */
export const queueOf = (taskQueue: string, role: Role): string =>
  role === 'decisions' ? taskQueue : `${taskQueue}-${role}`;
