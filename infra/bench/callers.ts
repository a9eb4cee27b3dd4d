/** How long a number of things took that `callers` did one after the other, each at once with the others. */
export interface Run {
  readonly latenciesMs: readonly number[];
  readonly perSecond: number;
}

/** A closed loop: each caller takes the next task when its last one is answered. A task measures its parts itself. */
export async function inTurns<T>(
  callers: number,
  tasks: readonly T[],
  carryOut: (task: T, measured: <A>(part: () => Promise<A>) => Promise<A>) => Promise<unknown>,
): Promise<Run> {
  const latenciesMs: number[] = [];
  const measured = async <A>(part: () => Promise<A>): Promise<A> => {
    const start = performance.now();
    const answer = await part();
    latenciesMs.push(performance.now() - start);
    return answer;
  };
  const left = [...tasks];
  const start = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let task = left.shift(); task !== undefined; task = left.shift()) await carryOut(task, measured);
    }),
  );
  const seconds = (performance.now() - start) / 1_000;
  return { latenciesMs, perSecond: latenciesMs.length / seconds };
}
