import { formatFor } from '@tinhgon/language/format';
import { type CostWords, reestimatedText, sideText } from '@tinhgon/rules/cost/cost-text';
import { figuresOf, summed, withSaving } from '@tinhgon/rules/cost/figures';
import { costOf } from '@tinhgon/rules/cost/saving';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import type { Measure } from './change-table.ts';
import { type Block, heading, text } from './layout.ts';
import { type Cell, grid } from './tables.ts';
import { number, WORDS } from './vietnamese.ts';

/** The screen's own formatters: a paper says what the screen says, to the digit. */
const format = formatFor('vi');

const COST_WORDS: CostWords = {
  kind: (kind) => WORDS.costLineKind[kind],
  work: (minutes, { parameter, version, dongPerHour }, dong) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const time = [hours > 0 ? `${hours} giờ` : '', rest > 0 || hours === 0 ? `${rest} phút` : '']
      .filter(Boolean)
      .join(' ');
    return `${time} × ${format.money(dongPerHour)}/giờ (${parameter}, bản ${version}) = ${format.money(dong)}`;
  },
  money: format.money,
  remark: (remark) => `Ghi chú: ${remark}`,
  runs: (times, subjects) => `${number(times)} lần mỗi năm × ${number(subjects)} đối tượng mỗi năm`,
  times: 'số lần mỗi năm',
  subjects: 'số đối tượng mỗi năm',
};

type Costed = Measure & { readonly cost: CostSheet };
const isCosted = (measure: Measure): measure is Costed => measure.cost !== null;
const percent = (value: number | null): string => (value === null ? '' : format.percent(value));

/** "tiết kiệm … đồng chi phí tuân thủ mỗi năm", or nothing where no procedure has a sheet. */
export function costGain(measures: readonly Measure[]): readonly string[] {
  const costed = measures.filter(isCosted);
  const { saving, percent: share } = withSaving(summed(costed.map(({ cost }) => figuresOf(cost))));
  if (saving <= 0) return [];
  return [`tiết kiệm ${format.money(saving)} chi phí tuân thủ mỗi năm (${percent(share)})`];
}

/** What following the procedures costs, now and as proposed, with how each figure is reckoned; null without a sheet. */
export function costAnnex(measures: readonly Measure[]): Block[] | null {
  const costed = measures.filter(isCosted);
  if (costed.length === 0) return null;
  const missing = measures.filter((measure) => !isCosted(measure));
  const figures = costed.map(({ cost }) => withSaving(figuresOf(cost)));
  const amounts = (one: ReturnType<typeof withSaving>, bold = false): Cell[] =>
    [
      number(one.current),
      number(one.proposed),
      number(one.saving),
      percent(one.percent),
      number(one.real),
      number(one.estimate),
    ].map((value) => ({ lines: [value], centred: true, bold }));
  return [
    text(
      `Đơn vị: đồng một năm. ${costed.length} trong ${measures.length} thủ tục có bảng chi phí.${
        missing.length > 0
          ? ` Chưa tính vì chưa có bảng chi phí: ${missing.map((one) => one.procedureCode).join(', ')}.`
          : ''
      }`,
    ),
    grid(
      [5, 2.6, 2.6, 2.6, 1.7, 2.6, 2.6],
      ['Thủ tục', 'Hiện hành', 'Đề xuất', 'Tiết kiệm', 'Tỷ lệ', 'Cắt giảm thực chất', 'Tính lại'],
      [
        ...costed.map((measure, index): Cell[] => [
          { lines: [`${measure.name.vi} (${measure.procedureCode})`] },
          ...amounts(figures[index] as ReturnType<typeof withSaving>),
        ]),
        [{ lines: ['Cộng'], bold: true }, ...amounts(withSaving(summed(figures)), true)],
      ],
    ),
    ...costed.flatMap(detail),
  ];
}

function detail({ name, procedureCode, cost }: Costed): Block[] {
  const side = (of: 'current' | 'proposed'): readonly string[] => {
    const { run, yearly } = costOf(cost[of]);
    return [
      ...sideText(cost[of], COST_WORDS).map((one) => `- ${one}`),
      `Một lần: ${format.money(run)}`,
      `Một năm: ${format.money(yearly)}`,
    ];
  };
  const anew = reestimatedText(cost, COST_WORDS);
  return [
    heading(`${name.vi} (${procedureCode})`),
    grid([9, 9], ['Hiện hành', 'Đề xuất'], [[{ lines: side('current') }, { lines: side('proposed') }]]),
    ...(anew.length > 0 ? [text(`Chỉ ước tính lại, nội dung không đổi: ${anew.join('; ')}.`)] : []),
  ];
}
