import { Worker } from 'node:worker_threads';

export interface FileToRead {
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const LONGEST_MS = 60_000;
const HEAP_MB = 384;
/** Beside this file, under whichever ending it runs. */
const THREAD = new URL(import.meta.url.replace('words-of-file', 'words-thread'));

/**
 * The words of a file, read in a thread of its own: one made to be endless or huge ends with its thread, and decisions
 * do not wait for it. Throws what stopped it.
 */
export function wordsOfFile(file: FileToRead, longestMs = LONGEST_MS): Promise<string> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, {
      workerData: file,
      transferList: [file.bytes.buffer],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What libraries say about odd files is of no interest in our log.
      stdout: true,
      stderr: true,
    });
    const late = setTimeout(() => {
      reject(new Error(`not read within ${longestMs} ms`));
      void thread.terminate();
    }, longestMs);
    thread.once('message', (words: string) => resolve(words));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the thread ended with ${code}`));
    });
  });
}
