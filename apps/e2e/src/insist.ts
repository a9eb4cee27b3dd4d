import { setTimeout as sleep } from 'node:timers/promises';
import type { CommandAnswer } from '@tinhgon/rules/views/feed';
import { type Api, Refused, type Subject } from './api-client.ts';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 250;

/**
 * Gives one command as a good client does: without an answer, or told to come again, it sends the very same command
 * until it is answered. Throws Refused for any other no.
 */
export async function insist(
  api: Api,
  subject: Subject,
  code: string,
  command: object,
): Promise<CommandAnswer> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await api.send(subject, code, command);
    } catch (error) {
      const passing = !(error instanceof Refused) || error.status === 503;
      if (!passing || Date.now() > deadline) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
