import type { StoredPlan } from '@tinhgon/database';
import type { LegalDate } from '@tinhgon/rules/day';
import { totalsOf } from '@tinhgon/rules/content-text';
import { changeTable, type Measure, measureWords } from './change-table.ts';
import { costAnnex, costGain } from './cost-annex.ts';
import { headOfUnit, type Issuer, leaderOf } from './issuer.ts';
import { type Block, centred, heading, lastWords, onNewPage, paragraphs, text } from './layout.ts';
import { closing, letterhead, title } from './letterhead.ts';
import { type Cell, grid } from './tables.ts';
import { capital, count, missing, number, orMissing, shortDay, upper, WORDS } from './vietnamese.ts';

export interface SubmissionFacts {
  readonly plan: StoredPlan;
  readonly lead: Issuer;
  /** The day the plan was last submitted; null while it is being drafted. */
  readonly submittedOn: LegalDate | null;
}

const UNIT = 'đơn vị chủ trì';
const APPROVER = { 'prime-minister': 'Thủ tướng Chính phủ', government: 'Chính phủ' } as const;

/**
 * Tờ trình: the submission of a plan, with its procedures as they are and as they are to be in an annex. A plan its own
 * minister approves is submitted by the unit in charge, others by the ministry.
 */
export function submission({ plan, lead, submittedOn }: SubmissionFacts): Block[] {
  const within = plan.approvalLevel === 'minister';
  const unit = orMissing(plan.unit, UNIT);
  const to = plan.approvalLevel === 'minister' ? leaderOf(lead) : APPROVER[plan.approvalLevel];
  return [
    ...letterhead({
      ...(within ? { above: lead.name, issuer: unit } : { issuer: lead.name }),
      number: null,
      sign: `TTr-${lead.code}`,
      day: submittedOn,
    }),
    ...title('TỜ TRÌNH', `Về việc thông qua phương án “${plan.name}”`),
    centred(`Kính gửi: ${to}`, {}, { spacing: { before: 240, after: 120 } }),
    heading('I. Căn cứ lựa chọn'),
    ...paragraphs(orMissing(plan.grounds, 'căn cứ lựa chọn')),
    heading('II. Nội dung phương án'),
    text(
      `Phương án ${plan.code} thuộc Chương trình ${plan.programme}, năm ${plan.year}, gồm ${count(plan.measures.length)} thủ tục hành chính${gains(plan.measures)}. Nội dung chi tiết của từng thủ tục tại Phụ lục kèm theo.`,
    ),
    grid(
      [1.2, 3, 8.5, 5],
      ['STT', 'Mã thủ tục', 'Tên thủ tục hành chính', 'Phương án'],
      plan.measures.map((measure, index): Cell[] => [
        { lines: [String(index + 1)], centred: true },
        { lines: [measure.procedureCode] },
        { lines: [measure.name.vi] },
        { lines: [capital(measureWords(measure))] },
      ]),
    ),
    heading('III. Mục tiêu'),
    ...paragraphs(orMissing(plan.targets, 'chỉ tiêu')),
    heading('IV. Văn bản quy phạm pháp luật cần ban hành, sửa đổi'),
    ...documents(plan),
    heading('V. Tổ chức thực hiện'),
    text(`Cơ quan chủ trì: ${lead.name}${plan.unit ? ` (${plan.unit})` : ''}.`),
    ...(plan.coAgencies.length > 0
      ? [text(`Cơ quan phối hợp: ${plan.coAgencies.map((agency) => agency.name.vi).join('; ')}.`)]
      : []),
    text(`Thời hạn hoàn thành: ${plan.deadline ? `ngày ${shortDay(plan.deadline)}` : missing('thời hạn')}.`),
    lastWords(`Kính trình ${to} xem xét, thông qua./.`),
    ...closing(
      [
        'Như trên',
        ...plan.coAgencies.map((agency) => agency.name.vi),
        `Lưu: VT, ${plan.unit || missing(UNIT)}`,
      ],
      { capacity: [upper(within ? headOfUnit(plan.unit) : lead.leader)], name: null },
    ),
    ...annexes(plan, lead),
  ];
}

function gains(measures: readonly Measure[]): string {
  const { papersLess, daysLess, dongLess } = totalsOf(measures);
  const parts = [
    ...(papersLess > 0 ? [`cắt giảm ${count(papersLess)} giấy tờ`] : []),
    ...(daysLess > 0 ? [`rút ngắn ${count(daysLess)} ngày`] : []),
    ...(dongLess > 0 ? [`giảm ${number(dongLess)} đồng phí, lệ phí`] : []),
    ...costGain(measures),
  ];
  return parts.length > 0 ? `; khi thực hiện sẽ ${parts.join(', ')}` : '';
}

function documents(plan: StoredPlan): Block[] {
  if (plan.documents.length === 0) return [text(missing('văn bản'))];
  return [
    grid(
      [1.2, 3, 8.5, 2.5, 2.5],
      ['STT', 'Loại văn bản', 'Tên văn bản', 'Số thủ tục', 'Hiệu lực dự kiến'],
      plan.documents.map((document, index): Cell[] => {
        const own = plan.measures.filter((measure) => measure.documents.includes(document.code));
        const day = document.inForceOn ?? document.plannedInForceOn;
        return [
          { lines: [String(index + 1)], centred: true },
          { lines: [WORDS.documentType[document.type]] },
          { lines: [document.number ? `${document.number}: ${document.title}` : document.title] },
          { lines: [number(own.length)], centred: true },
          { lines: [day ? shortDay(day) : missing('ngày')], centred: true },
        ];
      }),
    ),
  ];
}

function annexes(plan: StoredPlan, lead: Issuer): Block[] {
  const costs = costAnnex(plan.measures);
  const belongs = centred(`(Kèm theo Tờ trình về phương án ${plan.code} của ${lead.name})`, {
    italics: true,
  });
  return [
    onNewPage(costs ? 'Phụ lục I' : 'Phụ lục', { bold: true }),
    centred('NỘI DUNG PHƯƠNG ÁN ĐƠN GIẢN HÓA THỦ TỤC HÀNH CHÍNH', { bold: true }),
    belongs,
    ...plan.measures.flatMap((measure, index) => [
      heading(`${index + 1}. ${measure.name.vi} (${measure.procedureCode})`),
      text(`Phương án: ${measureWords(measure)}.`),
      ...paragraphs(measure.note),
      changeTable(measure),
    ]),
    ...(costs
      ? [
          onNewPage('Phụ lục II', { bold: true }),
          centred('CHI PHÍ TUÂN THỦ THỦ TỤC HÀNH CHÍNH', { bold: true }),
          belongs,
          ...costs,
        ]
      : []),
  ];
}
