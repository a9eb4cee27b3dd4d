import type { FunctionCode, Role } from '@tinhgon/rules/vocabulary';

/** One invented person of the demonstration. `user` is also the subject the identity provider vouches for. */
export interface DemoPerson {
  user: string;
  name: string;
  /** Code of the agency, see DEMO_AGENCIES. */
  agency: string;
  roles: readonly Role[];
  /** Functions held: for the own agency's plans, or nationally where NATIONAL_FUNCTIONS says so. */
  functions: readonly FunctionCode[];
}

/** Functions a demo person holds for the whole country. */
export const NATIONAL_FUNCTIONS: readonly FunctionCode[] = [
  'appraisal',
  'verification',
  'government',
  'prime-minister',
  'national-assembly',
];

/** Agencies of the demo people, in the order people look for them. */
export const DEMO_AGENCIES: readonly { code: string; vi: string; en: string }[] = [
  { code: 'BCA', vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  { code: 'BTP', vi: 'Bộ Tư pháp', en: 'Ministry of Justice' },
  { code: 'BNV', vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' },
  { code: 'BTC', vi: 'Bộ Tài chính', en: 'Ministry of Finance' },
  { code: 'BXD', vi: 'Bộ Xây dựng', en: 'Ministry of Construction' },
  { code: 'BYT', vi: 'Bộ Y tế', en: 'Ministry of Health' },
  { code: 'VPCP', vi: 'Văn phòng Chính phủ', en: 'Government Office' },
  { code: 'CP', vi: 'Chính phủ, Thủ tướng Chính phủ', en: 'Government and Prime Minister' },
  { code: 'QH', vi: 'Quốc hội', en: 'National Assembly' },
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...ministry('bca', 'BCA', ['Nguyễn Thị Lan', 'Trần Văn Hùng', 'Phạm Quốc Dũng', 'Lê Minh Tâm']),
  ...ministry('btp', 'BTP', ['Đỗ Thu Hà', 'Vũ Đức Long', 'Hoàng Thị Mai', 'Bùi Anh Tuấn']),
  ...ministry('bnv', 'BNV', ['Đặng Ngọc Ánh', 'Phan Văn Khoa', 'Ngô Thị Hạnh', 'Trịnh Quang Vinh']),
  ...ministry('btc', 'BTC', ['Lý Thanh Thảo', 'Đinh Công Sơn', 'Mai Thị Ngọc', 'Dương Hữu Phước']),
  ...ministry('bxd', 'BXD', ['Hồ Bích Phượng', 'Cao Văn Đạt', 'Tạ Thị Yến', 'Chu Mạnh Cường']),
  ...ministry('byt', 'BYT', ['Kiều Thị Oanh', 'Lâm Văn Phúc', 'Quách Thị Duyên', 'Tô Đình Khánh']),
  person('btp-tham-dinh', 'Nguyễn Hoài Nam', 'BTP', [], ['appraisal']),
  person('btp-tham-dinh-2', 'Võ Thị Kim Chi', 'BTP', [], ['appraisal']),
  person('vpcp-tham-tra', 'Trương Gia Bảo', 'VPCP', [], ['verification']),
  person('cp-ky', 'Nguyễn Văn Thành', 'CP', [], ['government']),
  person('ttg-ky', 'Phạm Minh Đức', 'CP', [], ['prime-minister']),
  person('qh-ky', 'Lê Thị Hồng', 'QH', [], ['national-assembly']),
  person('giam-sat', 'Huỳnh Tấn Lộc', 'VPCP', ['supervisor'], []),
  person('dau-moi', 'Đoàn Thị Thu', 'BTP', ['programme-office'], []),
  person('dau-moi-2', 'Châu Văn Hiếu', 'BTP', ['programme-office'], []),
  person('quan-tri', 'Nguyễn Quản Trị', 'BTP', ['administrator'], []),
  person('kiem-toan', 'Thái Thị Kiểm', 'VPCP', ['auditor'], []),
];

/** The provider's administrator, who is also the first administrator of an empty system. */
export const DEMO_ADMINISTRATOR = 'quan-tri';

function ministry(prefix: string, agency: string, names: [string, string, string, string]): DemoPerson[] {
  return [
    person(`${prefix}-soan-thao`, names[0], agency, [], ['drafter']),
    person(`${prefix}-kiem-soat`, names[1], agency, [], ['procedure-control', 'public-display']),
    person(`${prefix}-phap-che`, names[2], agency, [], ['legal-department']),
    person(`${prefix}-lanh-dao`, names[3], agency, [], ['minister']),
  ];
}

function person(
  user: string,
  name: string,
  agency: string,
  roles: readonly Role[],
  functions: readonly FunctionCode[],
): DemoPerson {
  return { user, name, agency, roles, functions };
}
