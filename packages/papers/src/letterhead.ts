import { AlignmentType } from 'docx';
import type { LegalDate } from '@tinhgon/rules/day';
import { type Block, centred, line, rule, run, SIZE, TEXT_WIDTH } from './layout.ts';
import { sideBySide } from './tables.ts';
import { dayInWords, DOTS, upper } from './vietnamese.ts';

export interface Letterhead {
  /** The agency above the one that issues the paper; left out where there is none. */
  readonly above?: string;
  readonly issuer: string;
  /** As it stands in the record; dots before it is given. */
  readonly number: string | null;
  /** What follows the number: `TTr-BTP`. */
  readonly sign: string;
  readonly day: LegalDate | null;
  /** What a letter without a title is about. */
  readonly about?: string;
}

/** The head's lines as they are written out. */
export interface HeadLines extends Pick<Letterhead, 'above' | 'issuer' | 'about'> {
  readonly number: string;
  readonly country: string;
  readonly motto: string;
  readonly dated: string;
}

const LEFT = 5;
const RIGHT = 7;
const partOf = (part: number): number => Math.round((TEXT_WIDTH * part) / (LEFT + RIGHT));

/** The head of a paper: who issues it, its number, the motto of the country, place and day. */
export function letterhead({ number, sign, day, ...head }: Letterhead): Block[] {
  const whole = number?.includes('/') ? number : `${number ?? DOTS}/${sign}`;
  return headOf({
    ...head,
    number: `Số: ${whole}`,
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    dated: `${DOTS}, ${dayInWords(day)}`,
  });
}

/** The same of lines that are written out, in whichever language. */
export function headOf({ above, issuer, about, ...lines }: HeadLines): Block[] {
  const from: Block[] = [
    ...(above === undefined ? [] : [centred(upper(above), { size: 26 })]),
    centred(upper(issuer), { bold: true, size: 26 }),
    rule(partOf(LEFT), 0.4),
  ];
  const numbered: Block[] = [
    centred(lines.number, { size: 26 }, { spacing: { before: 100 } }),
    ...(about === undefined ? [] : [centred(about, { size: SIZE.small }, { spacing: { before: 60 } })]),
  ];
  const motto: Block[] = [
    centred(lines.country, { bold: true, size: 26 }),
    centred(lines.motto, { bold: true }),
    rule(partOf(RIGHT), 0.55),
  ];
  const dated: Block[] = [
    line(run(lines.dated, { italics: true }), {
      alignment: AlignmentType.CENTER,
      spacing: { before: 100 },
    }),
  ];
  // The number stands level with place and day, however many lines the names above them take.
  return [sideBySide([LEFT, RIGHT], [from, motto], [numbered, dated])];
}

/** The kind of paper and what it is about. */
export const title = (kind: string, about: string): Block[] => [
  centred(kind, { bold: true }, { spacing: { before: 360 } }),
  centred(about, { bold: true }, { spacing: { before: 60 } }),
  rule(TEXT_WIDTH, 0.25),
];

export interface Signature {
  /** One under the other: `KT. BỘ TRƯỞNG`, `THỨ TRƯỞNG`. */
  readonly capacity: readonly string[];
  /** Whoever signed, once the record says so. */
  readonly name: string | null;
}

/** Who gets the paper, beside who signs it. */
export function closing(
  recipients: readonly string[],
  { capacity, name }: Signature,
  words = { recipientsTitle: 'Nơi nhận:', signHere: '[Ký, ghi rõ họ tên]' },
): Block[] {
  const left: Block[] = [
    line(run(words.recipientsTitle, { bold: true, italics: true, size: SIZE.small })),
    ...recipients.map((one, index) =>
      line(run(`- ${one}${index === recipients.length - 1 ? '.' : ';'}`, { size: SIZE.recipients })),
    ),
  ];
  const right: Block[] = [
    ...capacity.map((one) => centred(one, { bold: true })),
    centred(name ?? words.signHere, name === null ? { italics: true } : { bold: true }, {
      spacing: { before: 1_300 },
    }),
  ];
  return [line([], { keepNext: true, spacing: { before: 200 } }), sideBySide([6, 6], [left, right])];
}
