import { z } from 'zod';
import { stepKeySchema } from '../step-key.ts';
import type { OpenWork } from './work.ts';

const code = z.string().min(1).max(250);

/** What is tried: each of these can only make a document earlier. */
export const whatIfSchema = z.discriminatedUnion('kind', [
  /** The document counts so many days earlier than it would, though not before today. */
  z.strictObject({ kind: z.literal('earlier'), code, days: z.int().min(1).max(3_650) }),
  /** The document goes by the shortened procedure from now on. */
  z.strictObject({ kind: z.literal('shortened'), code }),
  /** `more` people beside the `people` who do this step now, of one agency or everywhere. */
  z.strictObject({
    kind: z.literal('people'),
    step: stepKeySchema,
    agency: z.string().min(1).max(60).exactOptional(),
    people: z.int().min(1).max(1_000),
    more: z.int().min(1).max(1_000),
  }),
]);
export type WhatIf = Readonly<z.infer<typeof whatIfSchema>>;

/** What becomes of the days drawn for one step. */
export interface Easing {
  /** Days up to the shortest seen are taken to be work, those above to be waiting: the share of waiting that is left. */
  readonly waiting: number;
  /** Share of all its days that is left. */
  readonly all: number;
}

const AS_IT_IS: Easing = { waiting: 1, all: 1 };

/** For each step of `work`, what is left of its days. */
export function easingsOf(work: OpenWork, whatIfs: readonly WhatIf[]): readonly Easing[] {
  const shortened = whatIfs.some((whatIf) => whatIf.kind === 'shortened' && whatIf.code === work.code)
    ? work.shortened
    : undefined;
  return work.steps.map(({ key, clockDays }) => {
    const waiting = whatIfs.reduce(
      (share, whatIf) =>
        whatIf.kind === 'people' && whatIf.step === key && (whatIf.agency ?? work.agency) === work.agency
          ? (share * whatIf.people) / (whatIf.people + whatIf.more)
          : share,
      AS_IT_IS.waiting,
    );
    if (!shortened) return { waiting, all: AS_IT_IS.all };
    const shorter = shortened.find((step) => step.key === key);
    // A step the shortened procedure lacks takes no days; one whose clock is shorter, as much less of them.
    const all = shorter ? Math.min(shorter.clockDays / Math.max(clockDays, 1), 1) : 0;
    return { waiting, all };
  });
}

/** Days of `drawn` in all that are still ahead after `soFar`, `shortest` being the fewest ever seen. */
export function eased(drawn: number, soFar: number, shortest: number, { waiting, all }: Easing): number {
  const ahead = Math.max(drawn - soFar, 0);
  if (waiting === 1 && all === 1) return ahead;
  const work = Math.min(Math.max(shortest - soFar, 0), ahead);
  return Math.ceil((work + (ahead - work) * waiting) * all);
}

/** Days by which the document is said to be earlier. */
export const daysEarlier = (code: string, whatIfs: readonly WhatIf[]): number =>
  whatIfs.reduce(
    (days, whatIf) => (whatIf.kind === 'earlier' && whatIf.code === code ? days + whatIf.days : days),
    0,
  );
