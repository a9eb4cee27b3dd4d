import { setWorkflowOptions, workflowInfo } from '@temporalio/workflow';

/**
 * Makes a short workflow end under the code it began with. A worker without a version must not ask for that: the
 * server refuses its tasks.
 */
export function endWhereBegun<A extends unknown[], R>(workflow: (...args: A) => Promise<R>): void {
  setWorkflowOptions(
    () => (workflowInfo().currentDeploymentVersion?.deploymentName ? { versioningBehavior: 'PINNED' } : {}),
    workflow,
  );
}
