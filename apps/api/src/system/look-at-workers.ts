import type { Client } from '@temporalio/client';
import { optionalTsToMs, tsToMs } from '@temporalio/common/lib/time.js';
import { WORKER_ROLES, type WorkerRole } from '@tinhgon/rules/installation';
import type { WorkersView } from '@tinhgon/rules/views/system';
import { queueOf } from '@tinhgon/workflows/queues';
import { type Poller, pollerState } from './poller-state.ts';

/** `temporal.api.enums.v1.TaskQueueType`. */
const WORKFLOW = 1;
const ACTIVITY = 2;
/** `temporal.api.enums.v1.WorkerVersioningMode`. */
const VERSIONED = 2;
const MOST_POLLERS = 20;

/** For each role of a worker: who asks Temporal for its work, and how much of it waits. */
export const lookAtWorkers = (client: Client, taskQueue: string): Promise<WorkersView[]> =>
  Promise.all(WORKER_ROLES.map((role) => lookAt(client, taskQueue, role)));

async function lookAt(client: Client, taskQueue: string, role: WorkerRole): Promise<WorkersView> {
  const { namespace } = client.options;
  const queue = queueOf(taskQueue, role);
  // Workflows stand in the queue of decisions alone; activities in each.
  const types = role === 'decisions' ? [WORKFLOW, ACTIVITY] : [ACTIVITY];
  const [first, ...others] = await Promise.all(
    types.map((taskQueueType) =>
      client.workflowService.describeTaskQueue({
        namespace,
        taskQueue: { name: queue },
        taskQueueType,
        reportStats: true,
      }),
    ),
  );
  const stats = [first, ...others].map((told) => told?.stats);
  const versions = first?.versioningInfo;
  const routing = {
    current: versions?.currentDeploymentVersion?.buildId ?? null,
    ramping: versions?.rampingDeploymentVersion?.buildId ?? null,
  };
  const now = new Date().toISOString();
  const pollers = (first?.pollers ?? [])
    .map(
      ({ identity, lastAccessTime, deploymentOptions }): Poller => ({
        identity: identity ?? '',
        buildId:
          deploymentOptions?.workerVersioningMode === VERSIONED ? (deploymentOptions.buildId ?? null) : null,
        lastSeenAt: new Date(optionalTsToMs(lastAccessTime) ?? 0).toISOString(),
      }),
    )
    .toSorted((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : -1))
    .map((poller) => ({ ...poller, state: pollerState(poller, routing, now) }));
  return {
    role,
    queue,
    pollers: pollers.slice(0, MOST_POLLERS),
    served: pollers.some(({ state }) => state === 'working'),
    waiting: stats.reduce((sum, one) => sum + Number(one?.approximateBacklogCount ?? 0), 0),
    waitingSeconds: Math.max(...stats.map((one) => tsToMs(one?.approximateBacklogAge) / 1_000)),
    ...routing,
  };
}
