/** The value below which `share` of the samples lie (nearest rank); NaN without samples. */
export function percentile(samplesMs: readonly number[], share: number): number {
  const sorted = samplesMs.toSorted((a, b) => a - b);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? Number.NaN;
}

export const summary = (samplesMs: readonly number[]) => ({
  n: samplesMs.length,
  p50Ms: round(percentile(samplesMs, 0.5)),
  p95Ms: round(percentile(samplesMs, 0.95)),
  p99Ms: round(percentile(samplesMs, 0.99)),
});

const round = (ms: number) => Math.round(ms * 10) / 10;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
