import { type ProcedureContent, procedureContentSchema } from '@tinhgon/rules/content';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';
import type { DemoProcedure } from './procedures.ts';
import type { Random } from './random.ts';

/** What a procedure asks of a citizen today, and what a measure would make of it. */
export interface Contents {
  readonly current: ProcedureContent;
  readonly proposed: ProcedureContent;
}

const PAPERS: Readonly<Record<DemoProcedure['pattern'], readonly string[]>> = {
  registration: [
    'Tờ khai theo mẫu',
    'Bản sao căn cước công dân',
    'Giấy xác nhận thông tin về cư trú',
    'Bản sao giấy khai sinh',
    'Giấy xác nhận tình trạng hôn nhân',
    'Văn bản ủy quyền có chứng thực',
  ],
  licence: [
    'Đơn đề nghị theo mẫu',
    'Bản sao căn cước công dân',
    'Ảnh 4 × 6 cm',
    'Giấy khám sức khỏe',
    'Phiếu lý lịch tư pháp',
    'Bản sao văn bằng, chứng chỉ có chứng thực',
  ],
  benefit: [
    'Đơn đề nghị theo mẫu',
    'Bản sao căn cước công dân',
    'Sổ hộ khẩu hoặc giấy xác nhận cư trú',
    'Quyết định hưởng chế độ trước đó',
    'Giấy chứng nhận quan hệ nhân thân',
    'Biên bản giám định',
  ],
};
/** Papers whose facts an officer finds in the National Population Database. */
const IN_POPULATION_DATA = [
  'Bản sao căn cước công dân',
  'Giấy xác nhận thông tin về cư trú',
  'Bản sao giấy khai sinh',
  'Giấy xác nhận tình trạng hôn nhân',
  'Sổ hộ khẩu hoặc giấy xác nhận cư trú',
  'Giấy chứng nhận quan hệ nhân thân',
  'Ảnh 4 × 6 cm',
];
const RESULT: Readonly<Record<DemoProcedure['pattern'], string>> = {
  registration: 'Giấy chứng nhận hoặc trích lục đăng ký',
  licence: 'Giấy phép, giấy chứng nhận',
  benefit: 'Quyết định giải quyết chế độ',
};
const FEES_DONG = [0, 8_000, 20_000, 50_000, 100_000, 135_000, 200_000];

export function contentsFor(procedure: DemoProcedure, measure: MeasureKind, random: Random): Contents {
  const names = PAPERS[procedure.pattern].slice(0, random.integer(4, 6));
  const days = random.pick([3, 5, 7, 10, 15, 20, 30]);
  const feeDong = random.pick(FEES_DONG);
  const current = procedureContentSchema.parse({
    steps: ['Nộp hồ sơ tại bộ phận một cửa', 'Cán bộ kiểm tra hồ sơ', 'Thẩm tra, xác minh', 'Trả kết quả'],
    modes: ['in-person', 'post'],
    papers: names.map((name, index) => ({ name, originals: 1, copies: index === 0 ? 0 : 1 })),
    forms: ['Mẫu số 01'],
    timeLimit: { days, unit: 'working' },
    feeDong,
    conditions: ['Người nộp hồ sơ có giấy tờ tùy thân còn giá trị'],
    result: RESULT[procedure.pattern],
    legalBasis: `Quy định hiện hành về lĩnh vực ${procedure.field.toLowerCase()} (minh họa)`,
    level: procedure.level,
  });
  // What districts decided is the communes' since there are no districts.
  const level = current.level === 'district' ? 'commune' : current.level;
  const proposed = procedureContentSchema.parse({ ...current, level, ...changeBy(measure, current) });
  return { current, proposed };
}

function changeBy(measure: MeasureKind, current: ProcedureContent): Partial<ProcedureContent> {
  const found = (name: string) => IN_POPULATION_DATA.includes(name);
  const sooner = current.timeLimit && {
    ...current.timeLimit,
    days: Math.max(1, Math.ceil(current.timeLimit.days * 0.6)),
  };
  switch (measure) {
    case 'cut-papers':
      return { papers: current.papers.slice(0, -2), timeLimit: sooner };
    case 'replace-papers-by-data':
      return { papers: current.papers.filter(({ name }) => !found(name)), timeLimit: sooner };
    case 'put-online':
      return {
        modes: ['online', 'in-person'],
        steps: ['Nộp hồ sơ trên Cổng Dịch vụ công', 'Cán bộ kiểm tra hồ sơ điện tử', 'Trả kết quả điện tử'],
        feeDong: current.feeDong === null ? null : Math.floor(current.feeDong / 2),
      };
    case 'decentralise':
      return { level: current.level === 'central' ? 'province' : 'commune', timeLimit: sooner };
    case 'abolish':
      return {
        steps: [],
        modes: [],
        papers: [],
        forms: [],
        timeLimit: null,
        feeDong: null,
        conditions: [],
        result: '',
      };
    case 'amend':
    case 'replace':
    case 'merge':
      return { timeLimit: sooner, papers: current.papers.map((paper) => ({ ...paper, copies: 0 })) };
  }
}
