/**
 * What the demonstration adds up to. The totals are the published ones (published report 2024: 313 procedures
 * in 35 legal documents by 13 ministries and agencies in that year; 898 so far, printed as 83 %). Nothing finer
 * was published: the years before 2024 and after it, and everything below a total, are invented.
 */
export const PROGRAMME = {
  code: '896',
  nameVi: 'Đơn giản hóa thủ tục hành chính, giấy tờ công dân liên quan đến quản lý dân cư',
  nameEn: 'Simplification of procedures and citizen papers, population management',
  from: '2013-06-08',
  publicLicence: 'CC BY 4.0',
};

export const BASELINES = [
  {
    date: '2021-01-01',
    count: 1_146,
    reason: 'Danh mục thủ tục hành chính, giấy tờ công dân phải đơn giản hóa (dữ liệu minh họa)',
  },
  {
    date: '2024-01-01',
    count: 1_084,
    reason: 'Rà soát lại danh mục: 62 thủ tục không còn được thực hiện (dữ liệu minh họa)',
  },
] as const;

/** Procedures that count in each year; 585 before 2024, 898 by the end of 2024. */
export const COUNTED_BY_YEAR: Readonly<Record<number, number>> = {
  2017: 31,
  2018: 52,
  2019: 68,
  2020: 84,
  2021: 103,
  2022: 121,
  2023: 126,
  2024: 313,
  2025: 30,
  2026: 18,
};
export const DOCUMENTS_BY_YEAR: Readonly<Record<number, number>> = {
  2017: 5,
  2018: 8,
  2019: 9,
  2020: 11,
  2021: 13,
  2022: 15,
  2023: 16,
  2024: 35,
  2025: 6,
  2026: 4,
};

/** The ministries and agencies of 2024, by their names of the time. */
export const AGENCIES_OF_2024 = [
  'BCA',
  'BTP',
  'BLDTBXH',
  'BGTVT',
  'BYT',
  'BGDDT',
  'BTNMT',
  'BNG',
  'BQP',
  'BKHDT',
  'BTTTT',
  'UBDT',
  'NHNN',
] as const;

/** The day on which ministries were merged, and from which today's names hold. */
export const MERGER_DAY = '2025-03-01';
export const DAY_BEFORE_MERGER = '2025-02-28';
