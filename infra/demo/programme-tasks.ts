import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { PROGRAMME } from './figures.ts';

/** How many were published; their names, days and everything below the totals are invented. */
export const HAI_DUONG_REFORM_PAPER =
  'Kế hoạch cải cách hành chính năm 2024 của tỉnh Hải Dương (tên nhiệm vụ là dữ liệu minh họa)';
export const HAI_DUONG_GOVERNMENT_PAPER =
  'Nhiệm vụ Chính phủ, Thủ tướng Chính phủ giao tỉnh Hải Dương (tên nhiệm vụ là dữ liệu minh họa)';
const TODAY_PAPER = 'Kế hoạch thực hiện chương trình trong năm (dữ liệu minh họa)';
const HAI_DUONG = 'T-HAI-DUONG';

export interface DemoTask {
  readonly code: string;
  readonly name: string;
  readonly paper: string;
  readonly owner: string;
  readonly assignedOn: LegalDate;
  readonly deadline: LegalDate;
  readonly doneOn: LegalDate | null;
  readonly result?: string;
}

const WHAT = [
  'Rà soát, đơn giản hóa thủ tục hành chính nội bộ',
  'Công bố danh mục thủ tục thực hiện trực tuyến toàn trình',
  'Số hóa kết quả giải quyết còn hiệu lực',
  'Kết nối phần mềm một cửa với Cơ sở dữ liệu quốc gia về dân cư',
  'Cắt giảm thành phần hồ sơ đã có trong dữ liệu dùng chung',
  'Tập huấn công chức bộ phận một cửa',
  'Kiểm tra công tác kiểm soát thủ tục hành chính',
  'Đo lường mức độ hài lòng của người dân',
  'Rà soát văn bản quy phạm pháp luật hết hiệu lực',
];
const WHERE = [
  'lĩnh vực hộ tịch',
  'lĩnh vực cư trú',
  'lĩnh vực đất đai',
  'lĩnh vực bảo trợ xã hội',
  'lĩnh vực đăng ký kinh doanh',
  'lĩnh vực y tế',
  'lĩnh vực giáo dục',
  'lĩnh vực lao động, việc làm',
];
const nameOf = (index: number): string =>
  `${WHAT[index % WHAT.length]}, ${WHERE[Math.floor(index / WHAT.length) % WHERE.length]}`;

const numbered = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(2, '0')}`;

/** 51 tasks, 30 of them done by the middle of 2024; the others in its second half. */
const reform = Array.from({ length: 51 }, (_, index): DemoTask => {
  const early = index < 30;
  const deadline = early ? addDays('2024-03-15', index * 3) : addDays('2024-09-10', (index - 30) * 4);
  const late = index % 11 === 10;
  return {
    code: numbered('NV-HD-2024', index),
    name: nameOf(index),
    paper: HAI_DUONG_REFORM_PAPER,
    owner: HAI_DUONG,
    assignedOn: '2024-01-15',
    deadline,
    doneOn: addDays(deadline, late ? 6 : -(index % 5)),
  };
});

/** 65 tasks: by the middle of 2024 61 were done on time or early, 1 late, 3 were not done. */
const government = Array.from({ length: 65 }, (_, index): DemoTask => {
  const deadline = index < 62 ? addDays('2024-02-20', index * 2) : addDays('2024-07-20', index);
  const late = index === 40;
  return {
    code: numbered('NV-CP-HD-2024', index),
    name: nameOf(index + 7),
    paper: HAI_DUONG_GOVERNMENT_PAPER,
    owner: HAI_DUONG,
    assignedOn: '2024-01-10',
    deadline,
    doneOn: addDays(deadline, late ? 4 : -(index % 7)),
  };
});

const OWNERS = ['BTP', 'BCA', 'BYT', 'BGDDT', 'BNV', 'T-HA-NOI'];

/** Tasks of today, in every standing. */
const ofToday = (today: LegalDate): DemoTask[] =>
  Array.from({ length: 24 }, (_, index): DemoTask => {
    const deadline = addDays(today, (index - 15) * 9);
    const done = index < 11 ? addDays(deadline, index % 4 === 3 ? 5 : -3) : null;
    return {
      code: numbered('NV', index),
      name: nameOf(index * 5 + 3),
      paper: TODAY_PAPER,
      owner: OWNERS[index % OWNERS.length] ?? 'BTP',
      assignedOn: addDays(today, -200),
      deadline,
      doneOn: done,
      ...(done === null ? {} : { result: `Báo cáo kết quả số ${index + 1} (dữ liệu minh họa)` }),
    };
  });

export const demoTasks = (today: LegalDate): DemoTask[] => [...reform, ...government, ...ofToday(today)];

/** The tasks as the lines of a spreadsheet. */
export const taskLines = (today: LegalDate): object[] =>
  demoTasks(today).map(({ name, paper, owner, ...task }) => ({
    ...task,
    programme: PROGRAMME.code,
    task: name,
    assigningPaper: paper,
    leadAgency: owner,
  }));
