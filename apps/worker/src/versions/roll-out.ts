import { setTimeout as sleep } from 'node:timers/promises';
import type { versionsOf } from './versions.ts';

export interface RollOut {
  readonly buildId: string;
  /** Parts in per cent that the new version takes one after the other before it takes all. */
  readonly steps: readonly number[];
  /** How long each part is watched. */
  readonly watchMs: number;
  readonly say: (line: string) => void;
}

/**
 * Gives work to a version whose workers have been started, part by part, and takes all of it back when workflows fail
 * that did not before. Says whether it is current in the end.
 */
export async function rollOut(
  versions: ReturnType<typeof versionsOf>,
  { buildId, steps, watchMs, say }: RollOut,
): Promise<boolean> {
  const before = await versions.inTrouble();
  for (const percent of steps) {
    await versions.ramp(buildId, percent);
    say(`${buildId} takes ${percent} %`);
    await sleep(watchMs);
    const failing = [...(await versions.inTrouble())].filter((workflow) => !before.has(workflow));
    if (failing.length > 0) {
      await versions.ramp(buildId, 0);
      for (const workflow of failing) say(`${workflow}\tfails`);
      say(`taken back: ${buildId} takes nothing`);
      return false;
    }
  }
  await versions.makeCurrent(buildId);
  say(`${buildId} is current`);
  return true;
}
