import { runningWorkflows } from '@tinhgon/commands/running-workflows';
import { subjectsToRun } from '@tinhgon/database/queries/workflows/subjects-to-run';
import type { Starting } from './activities/start-from-record.ts';
import { startFromRecord } from './start-pending.ts';

const AT_ONCE = 8;

/**
 * Starts from the record whatever must be running and is not, as after a loss of Temporal's database: plans and
 * documents, bottlenecks, campaigns, inspections, and operations, which go on with what is left of their list. What
 * runs already is left alone. Answers for how many it was done.
 */
export async function startMissing(starting: Starting): Promise<number> {
  const { db, client, taskQueue } = starting;
  const wanted = await subjectsToRun(db);
  if (wanted.length === 0) return 0;
  // What visibility does not know of yet is started in vain, what has just been lost the next time.
  const running = await runningWorkflows(client, taskQueue);
  const missing = wanted.filter((subject) => !running.has(subject));
  const queue = [...missing];
  const work = async (): Promise<void> => {
    for (let subject = queue.shift(); subject !== undefined; subject = queue.shift()) {
      await startFromRecord(starting, subject);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return missing.length;
}
