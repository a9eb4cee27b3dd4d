import type { PlanView } from '@tinhgon/rules/views/plan';
import { CONTENT_ROWS, contentLines, type ContentRow } from '@tinhgon/rules/content-text';
import type { Block } from './layout.ts';
import { type Cell, grid } from './tables.ts';
import { capital, CONTENT_WORDS, missing, WORDS } from './vietnamese.ts';

export type Measure = PlanView['measures'][number];

export const CONTENT_NAMES: Readonly<Record<ContentRow, string>> = {
  papers: 'Thành phần hồ sơ',
  timeLimit: 'Thời hạn giải quyết',
  fee: 'Phí, lệ phí',
  modes: 'Cách thức thực hiện',
  level: 'Cấp thực hiện',
  forms: 'Mẫu đơn, tờ khai',
  steps: 'Trình tự thực hiện',
  conditions: 'Yêu cầu, điều kiện',
  result: 'Kết quả thực hiện',
  legalBasis: 'Căn cứ pháp lý',
};

/** The measure and those beside it, in words. */
export const measureWords = ({ measure, otherMeasures }: Measure): string =>
  [measure, ...otherMeasures].map((one) => WORDS.measure[one]).join('; ');

/** What a procedure asks today beside what is proposed; what changes is in bold. */
export function changeTable(measure: Measure): Block {
  const { current, proposed } = measure;
  const abolished = measure.measure === 'abolish' && proposed === null;
  const rows = CONTENT_ROWS.flatMap((row): Cell[][] => {
    const before = contentLines(current, row, CONTENT_WORDS);
    const after = contentLines(proposed, row, CONTENT_WORDS);
    if (before.length === 0 && after.length === 0) return [];
    const changed = proposed !== null && before.join('\n') !== after.join('\n');
    return [
      [
        { lines: [CONTENT_NAMES[row]] },
        { lines: items(before) },
        { lines: changed && after.length === 0 ? ['Không quy định'] : items(after), bold: changed },
      ],
    ];
  });
  const unknown = [
    { lines: ['Nội dung'] },
    { lines: current ? [] : [missing('nội dung hiện hành')] },
    { lines: abolished ? [capital(WORDS.measure.abolish)] : proposed ? [] : [missing('nội dung đề xuất')] },
  ];
  const all = current && proposed ? rows : [unknown, ...rows];
  return grid([4, 7, 7], ['Nội dung', 'Hiện hành', 'Phương án đơn giản hóa'], all);
}

const items = (lines: readonly string[]): readonly string[] =>
  lines.length > 1 ? lines.map((one) => `- ${one}`) : lines;
