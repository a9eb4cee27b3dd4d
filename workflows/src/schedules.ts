import type { ScheduleName } from '@tinhgon/rules/installation';

/** Deployments that share a namespace have each their own. */
export const scheduleId = (name: ScheduleName, taskQueue: string): string => `${name}-${taskQueue}`;
