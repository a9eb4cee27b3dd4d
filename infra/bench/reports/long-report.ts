import { formatFor } from '@tinhgon/language/format';
import type { Report, ReportCell } from '@tinhgon/papers/report/report';
import { reportWords } from '@tinhgon/papers/report/report-words';

/** A report whose one annex has so many lines, as long as those of simplified procedures are; the same each time. */
export function longReport(lines: number): Report {
  const { t, annexHeading, fill } = reportWords('vi');
  const format = formatFor('vi');
  return {
    language: 'vi',
    knownAt: '2026-01-01T00:00:00.000Z',
    title: t.own.title,
    about: 'Báo cáo để đo',
    paragraphs: [],
    figures: [],
    head: {
      ...t.head,
      above: '',
      issuer: t.own.issuer,
      addressees: [],
      recipients: [],
      capacity: [t.own.capacity],
      signer: '',
    },
    tables: [
      {
        annex: 'procedures',
        title: t.annexes.procedures,
        before: [],
        notes: [],
        after: [],
        columns: [1, 2.2, 5, 2.6, 2.4, 2.8, 2, 2.8, 2.8, 2].map((width, at) => ({
          heading: `Cột ${at + 1}`,
          width,
          numeric: at === 0,
        })),
        count: lines,
        rows: async function* () {
          for (let n = 1; n <= lines; n += 1) yield lineOf(n);
        },
        total: null,
      },
    ],
    words: {
      sheet: t.sheet,
      notes: t.notes,
      annex: annexHeading,
      inSpreadsheet: (count) => fill(t.inSpreadsheet, { number: format.number(count) }),
    },
    written: (cell) => {
      if (typeof cell === 'object') return '';
      return typeof cell === 'number' ? format.number(cell) : cell;
    },
  };
}

function lineOf(n: number): ReportCell[] {
  const day = `${String(1 + (n % 28)).padStart(2, '0')}/${String(1 + (n % 12)).padStart(2, '0')}/2024`;
  return [
    n,
    `1.${String(n).padStart(6, '0')}`,
    `Cấp lại giấy phép loại ${n % 977} cho tổ chức, cá nhân số ${n}`,
    `Bộ số ${n % 22}`,
    'Cắt giảm thành phần hồ sơ',
    `${n % 200}/2024/TT-BTP`,
    day,
    `${n % 3_000}/QĐ-BTP (${day})`,
    `CSDL-${n} (${day})`,
    day,
  ];
}
