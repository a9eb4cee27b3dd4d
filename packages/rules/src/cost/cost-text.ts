import { lineDong } from './line.ts';
import type { CostLine, CostSheet, CostSide } from './sheet.ts';

/** How the parts of a cost sheet are put into words; the caller knows the language. */
export interface CostWords {
  readonly kind: (kind: CostLine['kind']) => string;
  /** `minutes` of work at a wage, and what they come to. */
  readonly work: (
    minutes: number,
    wage: { readonly parameter: string; readonly version: number; readonly dongPerHour: number },
    dong: number,
  ) => string;
  readonly money: (dong: number) => string;
  readonly remark: (remark: string) => string;
  readonly runs: (timesAYear: number, subjectsAYear: number) => string;
  readonly times: string;
  readonly subjects: string;
}

/** How a line comes to its đồng: "2 giờ × 50.000 đồng = 100.000 đồng". */
export const amountText = ({ amount }: Pick<CostLine, 'amount'>, words: CostWords): string =>
  amount.by === 'dong' ? words.money(amount.dong) : words.work(amount.minutes, amount.wage, lineDong(amount));

/** One side of a sheet, line by line, the number of runs last. */
export const sideText = ({ lines, timesAYear, subjectsAYear }: CostSide, words: CostWords): string[] => [
  ...lines.flatMap((line) => [
    `${words.kind(line.kind)}: ${line.name}: ${amountText(line, words)}`,
    ...(line.remark === undefined ? [] : [words.remark(line.remark)]),
  ]),
  words.runs(timesAYear, subjectsAYear),
];

/** What the drafter says was only estimated anew. */
export const reestimatedText = ({ current, reestimated }: CostSheet, words: CostWords): string[] => [
  ...current.lines.filter(({ key }) => reestimated.lines.includes(key)).map(({ name }) => name),
  ...(reestimated.times ? [words.times] : []),
  ...(reestimated.subjects ? [words.subjects] : []),
];
