import { WORKER_ROLES, type WorkerRole } from '@tinhgon/rules/installation';

export { WORKER_ROLES as ROLES, type WorkerRole as Role };

/**
 * The task queue of a role. All workflows and what a decision waits for stand in the deployment's own queue; activities
 * that may take long stand in queues beside it, so that no decision ever waits behind a report or ten thousand commands.
 */
export const queueOf = (taskQueue: string, role: WorkerRole): string =>
  role === 'decisions' ? taskQueue : `${taskQueue}-${role}`;
