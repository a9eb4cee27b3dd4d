type End = () => Promise<unknown>;

/** Thrown into a start that was called off. */
export class Stopped extends Error {}

/** The way back from a half or wholly started stack: steps in reverse order, the ends within one step side by side. */
export function createUndo(): { add(...ends: End[]): Promise<void>; run(): Promise<void> } {
  const steps: End[][] = [];
  let running = false;
  return {
    add: async (...ends) => {
      if (running) {
        // It was just being started while everything else was being ended.
        await Promise.allSettled(ends.map((end) => end()));
        throw new Stopped();
      }
      steps.push(ends);
    },
    run: async () => {
      running = true;
      for (const step of steps.toReversed()) await Promise.allSettled(step.map((end) => end()));
    },
  };
}
