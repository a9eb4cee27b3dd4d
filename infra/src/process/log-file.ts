import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const MAX_BYTES = 20 * 1024 * 1024;

/** Opens a log for appending and gives its descriptor; a log that has grown past 20 MiB is put aside first. */
export function openLog(file: string): number {
  mkdirSync(dirname(file), { recursive: true });
  try {
    if (statSync(file).size > MAX_BYTES) renameSync(file, `${file}.1`);
  } catch {
    // There is none yet.
  }
  return openSync(file, 'a');
}

export function closeLog(descriptor: number): void {
  closeSync(descriptor);
}

/** The end of a log from a byte position on; empty when there is none. */
export function readLogFrom(file: string, position: number): string {
  try {
    return readFileSync(file).subarray(position).toString('utf8');
  } catch {
    return '';
  }
}

export function logSize(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}
