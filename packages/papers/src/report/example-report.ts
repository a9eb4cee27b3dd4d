import type { Report, ReportCell } from './report.ts';
import { reportWords } from './report-words.ts';

const { t } = reportWords('vi');

/** For tests: a report with one table of these rows. */
export const reportOf = (
  rows: readonly (readonly ReportCell[])[],
  total: readonly ReportCell[] | null = null,
): Report => ({
  language: 'vi',
  knownAt: '2026-01-01T00:00:00.000Z',
  title: 'BÁO CÁO',
  about: 'Thử',
  paragraphs: [],
  figures: [],
  head: {
    ...t.head,
    above: '',
    issuer: 'Cơ quan',
    addressees: [],
    recipients: [],
    capacity: [],
    signer: '',
  },
  tables: [
    {
      annex: 'bottlenecks',
      title: 'Bảng',
      before: [],
      notes: [],
      after: [],
      columns: [
        { heading: 'Đầu cột một', width: 1, numeric: true },
        { heading: 'Đầu cột hai', width: 1 },
        { heading: 'Đầu cột ba', width: 6 },
      ],
      count: rows.length,
      rows: async function* () {
        yield* rows;
      },
      total,
    },
  ],
  words: { sheet: 'Báo cáo', notes: t.notes, annex: (number) => `Phụ lục ${number}`, inSpreadsheet: String },
  written: (cell) => (typeof cell === 'object' ? `${cell?.percent ?? ''}` : String(cell)),
});
