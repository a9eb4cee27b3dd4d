import { defineConfig } from 'vitest/config';

const TIMEOUT_MS = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{packages,apps}/*/src/**/*.test.{ts,tsx}',
            '{workflows,infra}/src/**/*.test.ts',
            'infra/{demo,faults}/**/*.test.ts',
            // The rules need no servers, wherever their tests lie.
            'packages/rules/tests/**/*.test.ts',
          ],
          // Property tests on a busy machine take longer than the runner's five seconds.
          testTimeout: TIMEOUT_MS,
          env: { TZ: 'UTC' },
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{packages,apps}/*/tests/**/*.test.ts', '{workflows,infra}/tests/**/*.test.ts'],
          exclude: ['apps/e2e/**', 'packages/rules/**', '**/node_modules/**'],
          globalSetup: ['packages/test-kit/src/global/servers.ts'],
          // The Temporal worker and its bundle live in native code that threads would share.
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: TIMEOUT_MS,
          hookTimeout: TIMEOUT_MS,
          env: { TZ: 'UTC' },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/e2e/tests/**/*.test.ts'],
          globalSetup: ['packages/test-kit/src/global/stack.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 3 * TIMEOUT_MS,
          hookTimeout: 3 * TIMEOUT_MS,
          env: { TZ: 'UTC' },
        },
      },
      {
        test: {
          // Long, and no part of `npm test`: infra/src/commands/office.ts.
          name: 'office',
          include: ['apps/e2e/office/**/*.test.ts'],
          globalSetup: ['packages/test-kit/src/global/stack.ts'],
          pool: 'forks',
          hookTimeout: 3 * TIMEOUT_MS,
          env: { TZ: 'UTC' },
        },
      },
    ],
  },
});
