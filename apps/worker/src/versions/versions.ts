import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, isGrpcServiceError } from '@temporalio/client';

/** Workers that have just been started ask for work within this. */
const PATIENCE_MS = 60_000;
const FAILED_PRECONDITION = 9;

/** Which versions of the worker serve, by their build ids. */
export interface Versions {
  /** What takes new workflows, and those that go on with whatever is current; null where nothing has a version yet. */
  readonly current: string | null;
  /** What takes a part of them, in per cent. */
  readonly ramping: { readonly buildId: string; readonly percent: number } | null;
  /** Every version Temporal knows, newest first. */
  readonly known: readonly string[];
}

/** The worker's versions in Temporal, named after the task queue they serve. */
export function versionsOf(client: Client, taskQueue: string) {
  const { workflowService: service } = client;
  const { namespace } = client.options;
  const place = { namespace, deploymentName: taskQueue };
  return {
    async read(): Promise<Versions> {
      const { workerDeploymentInfo: info } = await service.describeWorkerDeployment(place);
      const routing = info?.routingConfig;
      const ramping = routing?.rampingDeploymentVersion?.buildId;
      return {
        current: routing?.currentDeploymentVersion?.buildId ?? null,
        ramping:
          ramping == null ? null : { buildId: ramping, percent: routing?.rampingVersionPercentage ?? 0 },
        known: (info?.versionSummaries ?? [])
          .toSorted((a, b) => Number(b.createTime?.seconds ?? 0) - Number(a.createTime?.seconds ?? 0))
          .flatMap(({ deploymentVersion }) => deploymentVersion?.buildId ?? []),
      };
    },
    /** Sends so many per cent of what may change its version to a build. None takes the ramp back. */
    async ramp(buildId: string, percent: number): Promise<void> {
      const part = { buildId: percent === 0 ? '' : buildId, percentage: percent };
      await onceItServes(() => service.setWorkerDeploymentRampingVersion({ ...place, ...part }));
    },
    async makeCurrent(buildId: string): Promise<void> {
      await onceItServes(() => service.setWorkerDeploymentCurrentVersion({ ...place, buildId }));
    },
    /**
     * Open workflows whose present task has failed before, of the first `most`. Of any version: a workflow that fails on
     * its way to another one is not yet listed there.
     */
    async inTrouble(most = 5_000): Promise<Set<string>> {
      const query = `ExecutionStatus = 'Running' and TaskQueue = '${taskQueue}'`;
      const failing = new Set<string>();
      let looked = 0;
      for await (const { workflowId, runId } of client.workflow.list({ query })) {
        if (looked >= most) break;
        looked += 1;
        const { raw } = await client.workflow.getHandle(workflowId, runId).describe();
        if ((raw.pendingWorkflowTask?.attempt ?? 1) > 1) failing.add(workflowId);
      }
      return failing;
    },
  };
}

/** Temporal refuses a version until it serves every queue that the one before serves. */
async function onceItServes(change: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    try {
      await change();
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || error.code !== FAILED_PRECONDITION || Date.now() > deadline)
        throw error;
      await sleep(500);
    }
  }
}
