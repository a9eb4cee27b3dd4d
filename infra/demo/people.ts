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

/** Which agency each of them belongs to. */
export const NATIONAL_SEATS: readonly { function: FunctionCode; agency: string; from: string }[] = [
  { function: 'appraisal', agency: 'BTP', from: '2021-01-01' },
  { function: 'verification', agency: 'VPCP', from: '2021-01-01' },
  { function: 'government', agency: 'CP', from: '2021-01-01' },
  { function: 'prime-minister', agency: 'CP', from: '2021-01-01' },
  { function: 'national-assembly', agency: 'QH', from: '2021-01-01' },
];

/** Agencies of the demo people, in the order people look for them. */
export const DEMO_AGENCIES: readonly { code: string; vi: string; en: string }[] = [
  { code: 'BCA', vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  { code: 'BTP', vi: 'Bộ Tư pháp', en: 'Ministry of Justice' },
  { code: 'BNV', vi: 'Bộ Nội vụ', en: 'Ministry of Home Affairs' },
  { code: 'BTC', vi: 'Bộ Tài chính', en: 'Ministry of Finance' },
  { code: 'BXD', vi: 'Bộ Xây dựng', en: 'Ministry of Construction' },
  { code: 'BYT', vi: 'Bộ Y tế', en: 'Ministry of Health' },
  { code: 'CSHHS', vi: 'Cục Số hóa hồ sơ (giả định)', en: 'Dossier Digitisation Department (invented)' },
  {
    code: 'CLTDC',
    vi: 'Cục Lưu trữ dữ liệu dân cư (giả định)',
    en: 'Population Records Department (invented)',
  },
  { code: 'VPCP', vi: 'Văn phòng Chính phủ', en: 'Government Office' },
  { code: 'CP', vi: 'Chính phủ, Thủ tướng Chính phủ', en: 'Government and Prime Minister' },
  { code: 'QH', vi: 'Quốc hội', en: 'National Assembly' },
];

/**
 * Four eyes need two people at every check: whoever drafted has colleagues who did not, and whoever is away is
 * replaced by the other.
 */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  ...ministry('bca', 'BCA', [
    'Nguyễn Thị Lan',
    'Trần Văn Hùng',
    'Phạm Quốc Dũng',
    'Lê Minh Tâm',
    'Hoàng Văn Thái',
    'Bùi Thị Hiền',
    'Đỗ Xuân Trường',
  ]),
  ...ministry('btp', 'BTP', [
    'Đỗ Thu Hà',
    'Vũ Đức Long',
    'Hoàng Thị Mai',
    'Bùi Anh Tuấn',
    'Nguyễn Khánh Linh',
    'Trần Đình Quý',
    'Lưu Thị Bích',
  ]),
  ...ministry('bnv', 'BNV', [
    'Đặng Ngọc Ánh',
    'Phan Văn Khoa',
    'Ngô Thị Hạnh',
    'Trịnh Quang Vinh',
    'Lê Hoàng Yến',
    'Nguyễn Duy Mạnh',
    'Phùng Văn Lâm',
  ]),
  ...ministry('btc', 'BTC', [
    'Lý Thanh Thảo',
    'Đinh Công Sơn',
    'Mai Thị Ngọc',
    'Dương Hữu Phước',
    'Trần Bảo Châu',
    'Vương Thị Nga',
    'Hà Minh Quân',
  ]),
  ...ministry('bxd', 'BXD', [
    'Hồ Bích Phượng',
    'Cao Văn Đạt',
    'Tạ Thị Yến',
    'Chu Mạnh Cường',
    'Nguyễn Trọng Nghĩa',
    'Lê Thị Thu Trang',
    'Đào Việt Anh',
  ]),
  ...ministry('byt', 'BYT', [
    'Kiều Thị Oanh',
    'Lâm Văn Phúc',
    'Quách Thị Duyên',
    'Tô Đình Khánh',
    'Vũ Ngọc Diệp',
    'Trần Thị Minh Nguyệt',
    'Nguyễn Bá Thọ',
  ]),
  ...unit('cshhs', 'CSHHS', ['Phạm Thu Phương', 'Ngô Quốc Việt', 'Đặng Thị Hương', 'Lê Trung Kiên']),
  ...unit('cltdc', 'CLTDC', ['Trần Thùy Dung', 'Nguyễn Văn Lực', 'Hồ Thị Thắm', 'Bạch Đình Hải']),
  person('btp-tham-dinh', 'Nguyễn Hoài Nam', 'BTP', [], ['appraisal']),
  person('btp-tham-dinh-2', 'Võ Thị Kim Chi', 'BTP', [], ['appraisal']),
  person('vpcp-tham-tra', 'Trương Gia Bảo', 'VPCP', [], ['verification']),
  person('vpcp-tham-tra-2', 'Lương Thị Thanh', 'VPCP', [], ['verification']),
  person('cp-ky', 'Nguyễn Văn Thành', 'CP', [], ['government']),
  person('cp-ky-2', 'Trần Thị Phương Mai', 'CP', [], ['government']),
  person('ttg-ky', 'Phạm Minh Đức', 'CP', [], ['prime-minister']),
  person('ttg-ky-2', 'Lê Quang Huy', 'CP', [], ['prime-minister']),
  person('qh-ky', 'Lê Thị Hồng', 'QH', [], ['national-assembly']),
  person('qh-ky-2', 'Đinh Văn Phong', 'QH', [], ['national-assembly']),
  person('giam-sat', 'Huỳnh Tấn Lộc', 'VPCP', ['supervisor'], []),
  person('dau-moi', 'Đoàn Thị Thu', 'BTP', ['programme-office'], []),
  person('dau-moi-2', 'Châu Văn Hiếu', 'BTP', ['programme-office'], []),
  person('quan-tri', 'Nguyễn Quản Trị', 'BTP', ['administrator'], []),
  person('kiem-toan', 'Thái Thị Kiểm', 'VPCP', ['auditor'], []),
];

/** The provider's administrator, who is also the first administrator of an empty system. */
export const DEMO_ADMINISTRATOR = 'quan-tri';
/** Who enters people, agencies and the record. */
export const DEMO_PROGRAMME_OFFICE = 'dau-moi';
/** Who answers for what the first entered. */
export const DEMO_SECOND_OF_OFFICE = 'dau-moi-2';

/** Names in this order: drafter, procedure control, legal department, leader; then the second drafter, control and leader. */
function ministry(
  prefix: string,
  agency: string,
  names: readonly [string, string, string, string, string, string, string],
): DemoPerson[] {
  return [
    person(`${prefix}-soan-thao`, names[0], agency, [], ['drafter']),
    person(`${prefix}-soan-thao-2`, names[4], agency, [], ['drafter']),
    person(`${prefix}-kiem-soat`, names[1], agency, [], ['procedure-control', 'public-display']),
    person(`${prefix}-kiem-soat-2`, names[5], agency, [], ['procedure-control', 'legal-department']),
    person(`${prefix}-phap-che`, names[2], agency, [], ['legal-department']),
    person(`${prefix}-lanh-dao`, names[3], agency, [], ['minister']),
    person(`${prefix}-lanh-dao-2`, names[6], agency, [], ['minister']),
  ];
}

function unit(
  prefix: string,
  agency: string,
  names: readonly [string, string, string, string],
): DemoPerson[] {
  return [
    person(`${prefix}-soan-thao`, names[0], agency, [], ['drafter']),
    person(`${prefix}-kiem-soat`, names[1], agency, [], ['procedure-control', 'public-display']),
    person(`${prefix}-phap-che`, names[2], agency, [], ['legal-department', 'procedure-control']),
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
