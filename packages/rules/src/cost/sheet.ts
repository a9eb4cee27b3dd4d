import { z } from 'zod';
import { codeSchema, LINE_MAX, requiredText } from '../text.ts';
import { lineDong } from './line.ts';
import { dongPerHourSchema } from './wage.ts';

export const COST_LINE_KINDS = ['paper', 'step', 'trip', 'fee', 'other'] as const;

const dong = z.int().min(0).max(1_000_000_000_000);
const wageSchema = z.strictObject({
  parameter: codeSchema,
  version: z.int().min(1),
  dongPerHour: dongPerHourSchema,
});
const amountSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('time'), minutes: z.int().min(0).max(1_000_000), wage: wageSchema }),
  z.strictObject({ by: z.literal('dong'), dong }),
]);
export type CostAmount = z.infer<typeof amountSchema>;

const lineSchema = z
  .strictObject({
    /** The same in both sides: what pairs a line with what becomes of it. */
    key: codeSchema,
    kind: z.enum(COST_LINE_KINDS),
    name: requiredText(LINE_MAX),
    amount: amountSchema,
    /** Why it is put at this, where that needs saying; never empty. */
    remark: requiredText(LINE_MAX).exactOptional(),
  })
  .refine(({ kind, amount }) => kind !== 'fee' || amount.by === 'dong', {
    path: ['amount'],
    error: 'a fee is paid in đồng',
  });
export type CostLine = z.infer<typeof lineSchema>;

const sideSchema = z.strictObject({
  lines: z
    .array(lineSchema)
    .max(200)
    .refine((lines) => new Set(lines.map(({ key }) => key)).size === lines.length, {
      error: 'a key stands twice',
    }),
  timesAYear: z.int().min(0).max(1_000_000),
  subjectsAYear: z.int().min(0).max(1_000_000_000),
});
export type CostSide = z.infer<typeof sideSchema>;

/** A difference has up to four terms, so each must leave room for the others below 2^53. */
const YEARLY_MAX = Math.floor(Number.MAX_SAFE_INTEGER / 4);

/** No figure of the sheet, also of one side at the other's wage or numbers, may leave the exact integers. */
function staysExact({ current, proposed }: { current: CostSide; proposed: CostSide }): boolean {
  const lines = [...current.lines, ...proposed.lines];
  const wages = lines.map(({ amount }) => (amount.by === 'time' ? amount.wage.dongPerHour : 0));
  const highest = Math.max(0, ...wages);
  const run = lines.map(({ amount }) => lineDong(amount, highest)).reduce((sum, one) => sum + one, 0);
  const times = Math.max(current.timesAYear, proposed.timesAYear);
  const subjects = Math.max(current.subjectsAYear, proposed.subjectsAYear);
  return run * times * subjects <= YEARLY_MAX;
}

export const costSheetSchema = z
  .strictObject({
    current: sideSchema,
    proposed: sideSchema,
    /** What the drafter estimated anew with nothing of the procedure changed. */
    reestimated: z.strictObject({
      lines: z.array(codeSchema).max(200),
      times: z.boolean(),
      subjects: z.boolean(),
    }),
  })
  .refine(staysExact, { error: 'the cost of a year is too large' })
  .refine(
    ({ current, proposed, reestimated }) =>
      reestimated.lines.every((key) => {
        const before = current.lines.find((line) => line.key === key);
        const after = proposed.lines.find((line) => line.key === key);
        return before && before.kind === after?.kind && before.kind !== 'fee';
      }),
    {
      path: ['reestimated', 'lines'],
      error: 'only a line in both sides, of one kind and not a fee, can be estimated anew',
    },
  );
export type CostSheet = z.infer<typeof costSheetSchema>;
