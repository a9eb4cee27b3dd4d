import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Line = z.object({
  ScenarioFinished: z
    .object({
      recorder: z.object({
        /** Absent where an operation takes no such request. */
        interactions: z
          .record(z.string(), z.object({ response: z.object({ status_code: z.int() }).nullish() }))
          .optional(),
      }),
    })
    .optional(),
});

/** How many requests were sent, by the status of their answer; 0 stands for no answer at all. */
export async function readReport(file: string): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<number, number>();
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    const scenario = Line.parse(JSON.parse(line)).ScenarioFinished;
    for (const { response } of Object.values(scenario?.recorder.interactions ?? {})) {
      const status = response?.status_code ?? 0;
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  }
  return counts;
}

/** What Schemathesis printed of its findings, with the request that repeats each; empty where there were none. */
export function findingsIn(output: string): string {
  const lines = output.split('\n');
  const from = lines.findIndex((line) => /^=+ (FAILURES|ERRORS) =+$/.test(line));
  const to = lines.findIndex((line, index) => index > from && /^=+ (WARNINGS|SUMMARY) =+$/.test(line));
  const found = from < 0 ? [] : lines.slice(from + 1, to);
  return found.map(shortened).join('\n').trim();
}

const LONGEST = 2_000;
const shortened = (line: string): string => (line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
