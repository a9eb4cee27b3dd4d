import { DAY_BEFORE_MERGER, MERGER_DAY } from './figures.ts';
import { provinces } from './provinces.ts';

/** One line of the import file of agencies. */
export interface AgencyLine {
  code: string;
  nameVi: string;
  nameEn: string;
  kind: 'ministry' | 'ministerial-agency' | 'government-agency' | 'national' | 'province' | 'unit';
  parent?: string;
  from: string;
  to?: string;
  successor?: string;
}

/** The day from which agencies older than the programme are kept. */
const BEGINNING = '2011-08-03';

type Facts = Pick<AgencyLine, 'from' | 'to' | 'successor'>;
const always: Facts = { from: BEGINNING };
const until = (successor: string): Facts => ({ from: BEGINNING, to: DAY_BEFORE_MERGER, successor });
const since: Facts = { from: MERGER_DAY };

const line = (
  kind: AgencyLine['kind'],
  code: string,
  nameVi: string,
  nameEn: string,
  facts: Facts,
): AgencyLine => ({ code, nameVi, nameEn, kind, ...facts });

/** Ministries of the time and of today (Resolutions 176/2025/QH15 and 177/2025/QH15). */
const ministries: readonly AgencyLine[] = [
  line('ministry', 'BCA', 'Bộ Công an', 'Ministry of Public Security', always),
  line('ministry', 'BQP', 'Bộ Quốc phòng', 'Ministry of National Defence', always),
  line('ministry', 'BNG', 'Bộ Ngoại giao', 'Ministry of Foreign Affairs', always),
  line('ministry', 'BTP', 'Bộ Tư pháp', 'Ministry of Justice', always),
  line('ministry', 'BNV', 'Bộ Nội vụ', 'Ministry of Home Affairs', always),
  line('ministry', 'BTC', 'Bộ Tài chính', 'Ministry of Finance', always),
  line('ministry', 'BCT', 'Bộ Công Thương', 'Ministry of Industry and Trade', always),
  line('ministry', 'BXD', 'Bộ Xây dựng', 'Ministry of Construction', always),
  line('ministry', 'BKHCN', 'Bộ Khoa học và Công nghệ', 'Ministry of Science and Technology', always),
  line('ministry', 'BGDDT', 'Bộ Giáo dục và Đào tạo', 'Ministry of Education and Training', always),
  line('ministry', 'BYT', 'Bộ Y tế', 'Ministry of Health', always),
  line(
    'ministry',
    'BVHTTDL',
    'Bộ Văn hóa, Thể thao và Du lịch',
    'Ministry of Culture, Sports and Tourism',
    always,
  ),
  line('ministry', 'BNNMT', 'Bộ Nông nghiệp và Môi trường', 'Ministry of Agriculture and Environment', since),
  line('ministry', 'BDTTG', 'Bộ Dân tộc và Tôn giáo', 'Ministry of Ethnic and Religious Affairs', since),
  line(
    'ministry',
    'BLDTBXH',
    'Bộ Lao động – Thương binh và Xã hội',
    'Ministry of Labour, Invalids and Social Affairs',
    until('BNV'),
  ),
  line('ministry', 'BKHDT', 'Bộ Kế hoạch và Đầu tư', 'Ministry of Planning and Investment', until('BTC')),
  line(
    'ministry',
    'BTTTT',
    'Bộ Thông tin và Truyền thông',
    'Ministry of Information and Communications',
    until('BKHCN'),
  ),
  line(
    'ministry',
    'BTNMT',
    'Bộ Tài nguyên và Môi trường',
    'Ministry of Natural Resources and Environment',
    until('BNNMT'),
  ),
  line(
    'ministry',
    'BNNPTNT',
    'Bộ Nông nghiệp và Phát triển nông thôn',
    'Ministry of Agriculture and Rural Development',
    until('BNNMT'),
  ),
  line('ministry', 'BGTVT', 'Bộ Giao thông vận tải', 'Ministry of Transport', until('BXD')),
  line('ministerial-agency', 'UBDT', 'Ủy ban Dân tộc', 'Committee for Ethnic Affairs', until('BDTTG')),
  line('ministerial-agency', 'VPCP', 'Văn phòng Chính phủ', 'Government Office', always),
  line('ministerial-agency', 'TTCP', 'Thanh tra Chính phủ', 'Government Inspectorate', always),
  line('ministerial-agency', 'NHNN', 'Ngân hàng Nhà nước Việt Nam', 'State Bank of Vietnam', always),
  line('government-agency', 'BHXH', 'Bảo hiểm xã hội Việt Nam', 'Vietnam Social Security', until('BTC')),
  line('national', 'CP', 'Chính phủ, Thủ tướng Chính phủ', 'Government and Prime Minister', always),
  line('national', 'QH', 'Quốc hội', 'National Assembly', always),
];

/** Two invented units that are to become one: the third is ready to receive their work. */
const units: readonly AgencyLine[] = [
  {
    parent: 'BNV',
    ...line(
      'unit',
      'CSHHS',
      'Cục Số hóa hồ sơ (đơn vị giả định)',
      'Dossier Digitisation Department (invented)',
      since,
    ),
  },
  {
    parent: 'BNV',
    ...line(
      'unit',
      'CLTDC',
      'Cục Lưu trữ dữ liệu dân cư (đơn vị giả định)',
      'Population Records Department (invented)',
      since,
    ),
  },
  {
    parent: 'BNV',
    ...line(
      'unit',
      'CHSSDC',
      'Cục Hồ sơ số và dữ liệu dân cư (đơn vị giả định, sẽ tiếp nhận)',
      'Digital Dossiers and Population Data Department (invented, to receive)',
      since,
    ),
  },
];

export const AGENCIES: readonly AgencyLine[] = [...ministries, ...units, ...provinces()];

/** Who has a ministry's work today. */
export const todayOf = (code: string): string =>
  AGENCIES.find((agency) => agency.code === code)?.successor ?? code;
