import { setTimeout as sleep } from 'node:timers/promises';
import { readFileBytes } from '@tinhgon/database/files/read-file';
import { type FileWithWords, giveUpText, keepText, takePendingText } from '@tinhgon/database/files/texts';
import { sweepFiles } from '@tinhgon/database/files/uploads';
import { compareSignedCopy } from '@tinhgon/database/reports/compare-signed-copy';
import type { Db } from '@tinhgon/database/schema';
import type { Logger } from 'pino';
import { wordsOfFile } from './words-of-file.ts';

const EVERY_MS = 2_000;
const SWEEP_EVERY_MS = 3_600_000;

/** Reads the words of files that were attached, holds signed copies against their reports, and removes what was sent and never attached, until `signal` aborts. */
export async function keepFiles(db: Db, log: Logger, signal: AbortSignal): Promise<void> {
  let failing = false;
  let sweptAt = Number.NEGATIVE_INFINITY;
  while (!signal.aborted) {
    try {
      while (!signal.aborted && (await readNext(db, log)));
      while (!signal.aborted && (await compareSignedCopy(db)));
      if (performance.now() - sweptAt > SWEEP_EVERY_MS) {
        const removed = await sweepFiles(db, new Date().toISOString());
        if (removed > 0) log.info({ removed }, 'removed files that were sent and never attached');
        sweptAt = performance.now();
      }
      failing = false;
    } catch (error) {
      // One line for an outage, not one every two seconds.
      if (!failing) log.error({ err: error }, 'files could not be looked after yet');
      failing = true;
    }
    await sleep(EVERY_MS, undefined, { signal }).catch(() => {});
  }
}

/** True when there was a file to read; what cannot be read is tried again later, and then given up. */
async function readNext(db: Db, log: Logger): Promise<boolean> {
  const file = await takePendingText(db);
  if (!file) return false;
  const { sha256, mime } = file;
  const bytes = await bytesOf(db, file);
  const words = await wordsOfFile({ mime, bytes }).catch((error: unknown) => {
    log.warn({ err: error, sha256, mime }, 'the words of a file could not be read');
    return null;
  });
  await (words === null ? giveUpText(db, sha256) : keepText(db, sha256, words));
  return true;
}

async function bytesOf(db: Db, { sha256, bytes }: FileWithWords): Promise<Uint8Array<ArrayBuffer>> {
  const all = new Uint8Array(bytes);
  let at = 0;
  for await (const piece of readFileBytes(db, sha256, { start: 0, end: bytes })) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
