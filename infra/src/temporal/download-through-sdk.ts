/**
 * Program: lets the Temporal SDK fetch a server of its own choice and prints where it put it.
 * Arguments: `dev-server` or `time-skipping`, and the folder to keep it in.
 * A process of its own, because the SDK's download cannot be given a time limit or be called off.
 */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';

const [kind = 'dev-server', folder = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const executable = { type: 'cached-download', downloadDir: folder, ttl: '3650d' } as const;
const environment =
  kind === 'time-skipping'
    ? await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } })
    : await TestWorkflowEnvironment.createLocal({ server: { executable } });
await environment.teardown();
const name = kind === 'time-skipping' ? /^temporal-test-server/ : /^temporal-(?!test-server)/;
const file = readdirSync(folder).find((entry) => name.test(entry));
if (file === undefined) process.exitCode = 1;
else process.stdout.write(join(folder, file));
