import type { Level } from '@tinhgon/rules/vocabulary';

/** Vietnamese and English; `{}` stands for the thing. */
type Pair = readonly [vi: string, en: string];

/** Kinds of procedures: what can be asked about one thing. */
const PATTERNS = {
  registration: [
    ['Đăng ký {}', 'Registration of {}'],
    ['Đăng ký lại {}', 'Repeated registration of {}'],
    ['Đăng ký {} có yếu tố nước ngoài', 'Registration of {} involving foreigners'],
    ['Cấp bản sao trích lục {}', 'Extract of the record of {}'],
    ['Ghi vào sổ việc {} đã giải quyết ở nước ngoài', 'Entry of {} settled abroad'],
    ['Thay đổi, cải chính nội dung {}', 'Correction of the record of {}'],
    ['Đăng ký {} lưu động', 'Mobile registration of {}'],
    ['Xác nhận tình trạng {}', 'Confirmation of the status of {}'],
  ],
  licence: [
    ['Cấp {}', 'Issue of {}'],
    ['Cấp lại {} do bị mất, hỏng', 'Re-issue of lost or damaged {}'],
    ['Cấp đổi {}', 'Exchange of {}'],
    ['Gia hạn {}', 'Extension of {}'],
    ['Điều chỉnh thông tin trên {}', 'Change of details on {}'],
    ['Thu hồi {} theo đề nghị', 'Withdrawal of {} on request'],
    ['Cấp bản sao {} từ sổ gốc', 'Certified copy of {}'],
    ['Xác nhận thông tin về {}', 'Confirmation of details of {}'],
  ],
  benefit: [
    ['Giải quyết hưởng {}', 'Grant of {}'],
    ['Điều chỉnh mức hưởng {}', 'Adjustment of {}'],
    ['Chấm dứt hưởng {}', 'End of {}'],
    ['Tiếp tục hưởng {} sau khi tạm dừng', 'Resumption of {}'],
    ['Truy lĩnh {}', 'Payment in arrears of {}'],
    ['Di chuyển hồ sơ hưởng {}', 'Transfer of the file of {}'],
    ['Xác nhận thời gian hưởng {}', 'Confirmation of the period of {}'],
    ['Thay đổi người nhận {}', 'Change of the recipient of {}'],
  ],
} as const satisfies Record<string, readonly Pair[]>;

export interface Topic {
  readonly field: string;
  readonly level: Level;
  readonly users: 'Cá nhân' | 'Cá nhân, tổ chức' | 'Tổ chức, doanh nghiệp';
  readonly pattern: keyof typeof PATTERNS;
  readonly things: readonly Pair[];
}

const topic = (
  field: string,
  level: Level,
  users: Topic['users'],
  pattern: Topic['pattern'],
  things: readonly Pair[],
): Topic => ({ field, level, users, pattern, things });

const CITIZEN = 'Cá nhân';
const BOTH = 'Cá nhân, tổ chức';
const BUSINESS = 'Tổ chức, doanh nghiệp';

/** What each ministry of before March 2025 is in charge of. The fields are real, the list of procedures is invented. */
export const TOPICS: Readonly<Record<string, readonly Topic[]>> = {
  BCA: [
    topic('Cư trú', 'commune', CITIZEN, 'registration', [
      ['thường trú', 'permanent residence'],
      ['tạm trú', 'temporary residence'],
      ['tạm vắng', 'temporary absence'],
      ['lưu trú', 'short stay'],
    ]),
    topic('Căn cước', 'province', CITIZEN, 'licence', [
      ['thẻ căn cước', 'identity card'],
      ['giấy chứng nhận căn cước', 'identity certificate'],
      ['tài khoản định danh điện tử', 'electronic identity account'],
    ]),
    topic('Xuất nhập cảnh', 'province', CITIZEN, 'licence', [
      ['hộ chiếu phổ thông', 'ordinary passport'],
      ['giấy thông hành biên giới', 'border laissez-passer'],
      ['thẻ tạm trú cho người nước ngoài', 'temporary residence card for foreigners'],
    ]),
    topic('Đăng ký, quản lý phương tiện', 'province', BOTH, 'registration', [
      ['xe ô tô', 'a car'],
      ['xe mô tô, xe gắn máy', 'a motorcycle'],
    ]),
    topic('Phòng cháy, chữa cháy', 'province', BUSINESS, 'licence', [
      ['giấy chứng nhận thẩm duyệt phòng cháy', 'fire safety approval'],
      ['giấy phép vận chuyển hàng nguy hiểm', 'permit to carry dangerous goods'],
    ]),
  ],
  BTP: [
    topic('Hộ tịch', 'commune', CITIZEN, 'registration', [
      ['khai sinh', 'birth'],
      ['kết hôn', 'marriage'],
      ['khai tử', 'death'],
      ['giám hộ', 'guardianship'],
      ['nhận cha, mẹ, con', 'recognition of parent and child'],
    ]),
    topic('Nuôi con nuôi', 'province', CITIZEN, 'registration', [
      ['nuôi con nuôi', 'adoption'],
      ['nuôi con nuôi ở khu vực biên giới', 'adoption in border areas'],
    ]),
    topic('Quốc tịch', 'central', CITIZEN, 'licence', [
      ['giấy xác nhận có quốc tịch Việt Nam', 'confirmation of Vietnamese nationality'],
      ['giấy xác nhận là người gốc Việt Nam', 'confirmation of Vietnamese origin'],
    ]),
    topic('Lý lịch tư pháp', 'province', CITIZEN, 'licence', [
      ['phiếu lý lịch tư pháp số 1', 'criminal record certificate no. 1'],
      ['phiếu lý lịch tư pháp số 2', 'criminal record certificate no. 2'],
    ]),
    topic('Bổ trợ tư pháp', 'province', CITIZEN, 'licence', [
      ['chứng chỉ hành nghề luật sư', 'lawyer’s practising certificate'],
      ['thẻ công chứng viên', 'notary’s card'],
    ]),
  ],
  BLDTBXH: [
    topic('Người có công', 'province', CITIZEN, 'benefit', [
      ['trợ cấp thương binh', 'allowance for war invalids'],
      ['trợ cấp thân nhân liệt sĩ', 'allowance for relatives of martyrs'],
      [
        'trợ cấp người hoạt động kháng chiến nhiễm chất độc hóa học',
        'allowance for victims of toxic chemicals',
      ],
      ['trợ cấp Bà mẹ Việt Nam anh hùng', 'allowance for Heroic Mothers'],
    ]),
    topic('Bảo trợ xã hội', 'commune', CITIZEN, 'benefit', [
      ['trợ cấp xã hội hằng tháng', 'monthly social allowance'],
      ['hỗ trợ chi phí mai táng', 'support for funeral costs'],
      ['hỗ trợ người khuyết tật', 'support for disabled people'],
    ]),
    topic('Việc làm', 'province', CITIZEN, 'benefit', [
      ['trợ cấp thất nghiệp', 'unemployment benefit'],
      ['hỗ trợ học nghề', 'support for vocational training'],
    ]),
    topic('Lao động', 'province', BUSINESS, 'licence', [
      ['giấy phép lao động cho người nước ngoài', 'work permit for foreigners'],
      ['giấy phép cho thuê lại lao động', 'labour leasing licence'],
    ]),
  ],
  BGTVT: [
    topic('Đường bộ', 'province', BOTH, 'licence', [
      ['giấy phép lái xe', 'driving licence'],
      ['giấy phép lái xe quốc tế', 'international driving permit'],
      ['phù hiệu xe kinh doanh vận tải', 'transport business badge'],
      ['giấy phép xe tập lái', 'training vehicle permit'],
    ]),
    topic('Đường thủy nội địa', 'province', BOTH, 'registration', [
      ['phương tiện thủy nội địa', 'an inland vessel'],
      ['bến khách ngang sông', 'a river ferry landing'],
    ]),
    topic('Hàng hải', 'central', CITIZEN, 'licence', [
      ['chứng chỉ thuyền viên', 'seafarer’s certificate'],
      ['sổ thuyền viên', 'seafarer’s book'],
    ]),
  ],
  BYT: [
    topic('Khám bệnh, chữa bệnh', 'province', BOTH, 'licence', [
      ['giấy phép hành nghề khám bệnh', 'licence to practise medicine'],
      ['giấy phép hoạt động phòng khám', 'clinic licence'],
      ['giấy chứng nhận lương y', 'traditional healer’s certificate'],
    ]),
    topic('Dược', 'province', BOTH, 'licence', [
      ['chứng chỉ hành nghề dược', 'pharmacist’s certificate'],
      ['giấy chứng nhận đủ điều kiện kinh doanh dược', 'pharmacy business certificate'],
    ]),
    topic('Bảo hiểm y tế', 'district', CITIZEN, 'licence', [['thẻ bảo hiểm y tế', 'health insurance card']]),
    topic('Giám định y khoa', 'province', CITIZEN, 'benefit', [
      ['chế độ sau giám định thương tật', 'benefit after assessment of injury'],
      ['chế độ bệnh nghề nghiệp', 'benefit for occupational disease'],
    ]),
  ],
  BGDDT: [
    topic('Văn bằng, chứng chỉ', 'province', CITIZEN, 'licence', [
      ['bằng tốt nghiệp trung học phổ thông', 'upper secondary diploma'],
      ['giấy công nhận văn bằng nước ngoài', 'recognition of foreign degrees'],
    ]),
    topic('Giáo dục trung học', 'district', CITIZEN, 'registration', [
      ['tuyển sinh đầu cấp', 'school enrolment'],
      ['dự thi tốt nghiệp', 'the graduation examination'],
    ]),
    topic('Hỗ trợ người học', 'district', CITIZEN, 'benefit', [
      ['miễn, giảm học phí', 'exemption from tuition fees'],
      ['học bổng chính sách', 'policy scholarship'],
      ['hỗ trợ chi phí học tập', 'support for learning costs'],
    ]),
  ],
  BTNMT: [
    topic('Đất đai', 'province', BOTH, 'registration', [
      ['quyền sử dụng đất', 'land use rights'],
      ['biến động đất đai', 'changes of land'],
      ['chuyển mục đích sử dụng đất', 'change of land use'],
    ]),
    topic('Đất đai', 'district', BOTH, 'licence', [
      ['giấy chứng nhận quyền sử dụng đất', 'land use right certificate'],
    ]),
    topic('Tài nguyên nước', 'province', BUSINESS, 'licence', [
      ['giấy phép khai thác nước dưới đất', 'groundwater licence'],
      ['giấy phép xả nước thải', 'waste water permit'],
    ]),
  ],
  BNG: [
    topic('Lãnh sự', 'central', CITIZEN, 'licence', [
      ['hộ chiếu ngoại giao, công vụ', 'diplomatic or service passport'],
      ['công hàm đề nghị cấp thị thực', 'note requesting a visa'],
    ]),
    topic('Lãnh sự', 'central', CITIZEN, 'registration', [
      ['công dân Việt Nam ở nước ngoài', 'citizens abroad'],
      ['khai sinh tại cơ quan đại diện', 'birth at a mission abroad'],
    ]),
  ],
  BQP: [
    topic('Nghĩa vụ quân sự', 'commune', CITIZEN, 'registration', [
      ['nghĩa vụ quân sự', 'military service'],
      ['quân nhân dự bị', 'reservists'],
    ]),
    topic('Chính sách', 'province', CITIZEN, 'benefit', [
      ['chế độ một lần cho quân nhân xuất ngũ', 'one-off benefit for discharged soldiers'],
      ['chế độ dân công hỏa tuyến', 'benefit for wartime workers'],
    ]),
  ],
  BKHDT: [
    topic('Đăng ký kinh doanh', 'province', BUSINESS, 'registration', [
      ['hộ kinh doanh', 'a household business'],
      ['doanh nghiệp tư nhân', 'a private enterprise'],
      ['hợp tác xã', 'a co-operative'],
    ]),
  ],
  BTTTT: [
    topic('Viễn thông', 'central', BUSINESS, 'licence', [
      ['giấy phép sử dụng tần số', 'frequency licence'],
      ['giấy phép cung cấp dịch vụ viễn thông', 'telecommunications licence'],
    ]),
    topic('Báo chí, xuất bản', 'central', CITIZEN, 'licence', [['thẻ nhà báo', 'press card']]),
  ],
  UBDT: [
    topic('Công tác dân tộc', 'commune', CITIZEN, 'benefit', [
      ['chế độ người có uy tín', 'benefit for persons of prestige'],
      ['hỗ trợ hộ dân tộc thiểu số', 'support for ethnic minority households'],
    ]),
  ],
  NHNN: [
    topic('Hoạt động ngoại hối', 'central', BOTH, 'registration', [
      ['khoản vay nước ngoài', 'a foreign loan'],
      ['tài khoản ngoại tệ của cá nhân', 'a personal foreign currency account'],
    ]),
  ],
  BNV: [
    topic('Công chức, viên chức', 'province', CITIZEN, 'registration', [
      ['dự tuyển công chức', 'civil service recruitment'],
      ['dự tuyển viên chức', 'public employee recruitment'],
    ]),
    topic('Thi đua, khen thưởng', 'province', BOTH, 'licence', [
      ['bằng khen cấp tỉnh', 'provincial commendation'],
    ]),
    topic('Tôn giáo', 'commune', BOTH, 'registration', [
      ['sinh hoạt tôn giáo tập trung', 'religious gatherings'],
    ]),
  ],
  BTC: [
    topic('Thuế', 'district', BOTH, 'registration', [
      ['thuế thu nhập cá nhân', 'personal income tax'],
      ['người phụ thuộc', 'dependants'],
      ['lệ phí trước bạ nhà, đất', 'property registration fee'],
    ]),
  ],
  BXD: [
    topic('Nhà ở', 'province', CITIZEN, 'registration', [
      ['mua nhà ở xã hội', 'purchase of social housing'],
      ['thuê nhà ở công vụ', 'rental of official housing'],
    ]),
    topic('Xây dựng', 'district', BOTH, 'licence', [
      ['giấy phép xây dựng nhà ở riêng lẻ', 'building permit for a house'],
      ['chứng chỉ hành nghề xây dựng', 'construction practising certificate'],
    ]),
  ],
  BCT: [
    topic('Lưu thông hàng hóa', 'province', BUSINESS, 'licence', [
      ['giấy phép bán lẻ rượu', 'alcohol retail licence'],
      ['giấy phép bán lẻ thuốc lá', 'tobacco retail licence'],
    ]),
  ],
  BNNPTNT: [
    topic('Chăn nuôi, thú y', 'province', BOTH, 'licence', [
      ['chứng chỉ hành nghề thú y', 'veterinary certificate'],
      ['giấy chứng nhận kiểm dịch', 'quarantine certificate'],
    ]),
    topic('Thủy sản', 'province', BOTH, 'registration', [['tàu cá', 'a fishing boat']]),
  ],
  BVHTTDL: [
    topic('Du lịch', 'province', BOTH, 'licence', [
      ['thẻ hướng dẫn viên du lịch', 'tour guide’s card'],
      ['giấy phép kinh doanh lữ hành', 'tour operator’s licence'],
    ]),
    topic('Gia đình', 'commune', CITIZEN, 'registration', [
      ['danh hiệu gia đình văn hóa', 'the title of cultured family'],
    ]),
  ],
  BKHCN: [
    topic('Sở hữu trí tuệ', 'central', BOTH, 'registration', [
      ['nhãn hiệu', 'a trade mark'],
      ['kiểu dáng công nghiệp', 'an industrial design'],
    ]),
  ],
  BHXH: [
    topic('Bảo hiểm xã hội', 'district', CITIZEN, 'benefit', [
      ['lương hưu', 'retirement pension'],
      ['chế độ thai sản', 'maternity benefit'],
      ['chế độ ốm đau', 'sickness benefit'],
      ['chế độ tử tuất', 'survivors’ benefit'],
      ['trợ cấp tai nạn lao động', 'work accident benefit'],
    ]),
    topic('Thu, sổ, thẻ', 'district', BOTH, 'licence', [['sổ bảo hiểm xã hội', 'social insurance book']]),
  ],
  TTCP: [
    topic('Tiếp công dân', 'commune', CITIZEN, 'registration', [
      ['khiếu nại, tố cáo', 'complaints and denunciations'],
    ]),
  ],
};

export interface ProcedureName {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly field: string;
  readonly level: Level;
  readonly users: string;
  readonly pattern: Topic['pattern'];
}

/** Every procedure a topic can name, then the same again for the levels that handle it too. */
export function namesOf(ministry: string): ProcedureName[] {
  const topics = TOPICS[ministry] ?? [];
  const first = topics.flatMap((one) => named(one, one.level, ''));
  const more = topics.flatMap((one) => {
    const other = OTHER_LEVEL[one.level];
    return named(one, other.level, ` (${other.words[0]})`, ` (${other.words[1]})`);
  });
  return [...first, ...more];
}

const OTHER_LEVEL: Readonly<Record<Level, { level: Level; words: Pair }>> = {
  central: { level: 'province', words: ['thực hiện tại cấp tỉnh', 'at province level'] },
  province: { level: 'district', words: ['thực hiện tại cấp huyện', 'at district level'] },
  district: { level: 'commune', words: ['thực hiện tại cấp xã', 'at commune level'] },
  commune: { level: 'district', words: ['thực hiện tại cấp huyện', 'at district level'] },
};

function named(one: Topic, level: Level, vi: string, en = vi): ProcedureName[] {
  return one.things.flatMap(([thingVi, thingEn]) =>
    PATTERNS[one.pattern].map(([patternVi, patternEn]) => ({
      nameVi: patternVi.replace('{}', thingVi) + vi,
      nameEn: patternEn.replace('{}', thingEn) + en,
      field: one.field,
      level,
      users: one.users,
      pattern: one.pattern,
    })),
  );
}
