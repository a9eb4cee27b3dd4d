import { readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDebianPackages } from '../src/process/install-debian-packages.ts';

const PLACES = ['/usr/lib', '/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu'];

/** The clock of one kind of our programs; those of Temporal and PostgreSQL go on as they are. */
export interface Clock {
  readonly environment: Readonly<Record<string, string>>;
  /** Sets it this many seconds ahead, or back when negative; felt within a second. */
  turn(seconds: number): void;
}

/** Through libfaketime, which stands between a program and the system's clock; undefined where it cannot be had. */
export async function openClock(file: string, say: (line: string) => void): Promise<Clock | undefined> {
  if (findFaketime() === undefined) await installDebianPackages(['libfaketime'], say);
  const library = findFaketime();
  if (library === undefined) return undefined;
  const turn = (seconds: number): void => {
    writeFileSync(`${file}.new`, `${seconds < 0 ? '' : '+'}${seconds}\n`);
    renameSync(`${file}.new`, file);
  };
  turn(0);
  return {
    turn,
    environment: {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      // Time-outs count on the clock that only goes forward, as on a machine whose clock is set.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
    },
  };
}

export function findFaketime(): string | undefined {
  for (const place of PLACES) {
    try {
      const name = readdirSync(join(place, 'faketime')).find((file) => file.startsWith('libfaketimeMT.so'));
      if (name !== undefined) return join(place, 'faketime', name);
    } catch {
      // Not there.
    }
  }
  return undefined;
}
