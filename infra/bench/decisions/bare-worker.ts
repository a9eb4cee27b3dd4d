/** Program: serves the yardstick's workflows in a process of its own, as ours are served. Ends with SIGTERM. */
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { z } from 'zod';
import { createBareActivities } from './bare-activities.ts';

const given = z
  .object({
    TEMPORAL_ADDRESS: z.string(),
    TEMPORAL_NAMESPACE: z.string(),
    TASK_QUEUE: z.string(),
    DATABASE_URL: z.string(),
  })
  .parse(process.env);

Runtime.install({ logger: new DefaultLogger('WARN') });
const connection = await NativeConnection.connect({ address: given.TEMPORAL_ADDRESS });
const worker = await Worker.create({
  connection,
  namespace: given.TEMPORAL_NAMESPACE,
  taskQueue: given.TASK_QUEUE,
  workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
  activities: createBareActivities(given.DATABASE_URL),
});
console.log('ready');
await worker.run();
await connection.close();
process.exit(0);
