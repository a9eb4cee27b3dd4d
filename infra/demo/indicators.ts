import type { LegalDate } from '@tinhgon/rules/day';
import { firstDayOf, periodBefore, periodOf } from '@tinhgon/rules/indicator/period';
import type { ApiClient } from './api-client.ts';
import { PROGRAMME } from './figures.ts';
import { DEMO_PROGRAMME_OFFICE } from './people.ts';
import { randomFrom } from './random.ts';

const PUBLISHED = 'Số liệu công bố về cải cách thủ tục hành chính';
const PUBLISHED_2024 = `${PUBLISHED} năm 2024`;
const PUBLISHED_2023 = `${PUBLISHED} năm 2023`;
const PUBLISHED_HAI_DUONG = `${PUBLISHED} của tỉnh Hải Dương, 6 tháng đầu năm 2024`;
const DERIVED = 'suy ra từ mức tăng đã công bố';
const INVENTED = 'Dữ liệu minh họa';
const HAI_DUONG = { agency: 'T-HAI-DUONG' };
const MINISTRIES = { group: 'ministries' };
const LOCALITIES = { group: 'localities' };
const NATIONAL = { group: 'national' };

export interface DemoIndicator {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly unit: 'percent' | 'count';
  readonly countedVi?: string;
  readonly countedEn?: string;
  readonly period: 'quarter' | 'half-year' | 'year';
  readonly better: 'higher' | 'lower';
}
export interface DemoFigure {
  readonly indicator: string;
  readonly kind?: 'target';
  readonly period: string;
  readonly agency?: string;
  readonly group?: string;
  readonly amount: number;
  readonly outOf?: number;
  readonly source: string;
}

const rate = (code: string, nameVi: string, nameEn: string): DemoIndicator => ({
  code,
  nameVi,
  nameEn,
  unit: 'percent',
  period: 'year',
  better: 'higher',
});
const count = (
  code: string,
  names: readonly [vi: string, en: string],
  counted: readonly [vi: string, en: string],
  facts: Pick<DemoIndicator, 'period' | 'better'>,
): DemoIndicator => ({
  code,
  nameVi: names[0],
  nameEn: names[1],
  unit: 'count',
  countedVi: counted[0],
  countedEn: counted[1],
  ...facts,
});
const DOCUMENTS = ['văn bản', 'documents'] as const;
const DOSSIERS = ['hồ sơ', 'dossiers'] as const;
const TASKS = ['nhiệm vụ', 'tasks'] as const;
const MORE_IN_A_YEAR = { period: 'year', better: 'higher' } as const;
const LESS_IN_A_YEAR = { period: 'year', better: 'lower' } as const;
const MORE_IN_HALF_A_YEAR = { period: 'half-year', better: 'higher' } as const;
const LESS_IN_HALF_A_YEAR = { period: 'half-year', better: 'lower' } as const;

/** Followed by quarter and agency; nothing so fine was published. */
export const INVENTED_INDICATOR: DemoIndicator = {
  ...rate(
    'online-application-rate-by-agency',
    'Tỷ lệ hồ sơ trực tuyến của từng cơ quan (dữ liệu minh họa)',
    'Online application rate by agency (synthetic)',
  ),
  period: 'quarter',
};

export const INDICATORS: readonly DemoIndicator[] = [
  rate('online-application-rate', 'Tỷ lệ hồ sơ trực tuyến', 'Online application rate'),
  rate('dossier-digitisation-rate', 'Tỷ lệ số hóa hồ sơ', 'Digitised dossiers'),
  rate('electronic-result-rate', 'Tỷ lệ trả kết quả điện tử', 'Electronic results'),
  count(
    'e-documents-exchanged',
    ['Văn bản điện tử gửi, nhận trong năm', 'E-documents exchanged in the year'],
    DOCUMENTS,
    MORE_IN_A_YEAR,
  ),
  count(
    'e-documents-exchanged-cumulative',
    ['Văn bản điện tử gửi, nhận từ trước đến nay', 'E-documents exchanged so far'],
    DOCUMENTS,
    MORE_IN_A_YEAR,
  ),
  count(
    'overdue-detailing-documents',
    ['Văn bản quy định chi tiết nợ ban hành', 'Detailing documents overdue'],
    DOCUMENTS,
    LESS_IN_A_YEAR,
  ),
  count(
    'programme-tasks-done',
    ['Nhiệm vụ cải cách hành chính đã hoàn thành', 'Reform tasks done'],
    TASKS,
    MORE_IN_HALF_A_YEAR,
  ),
  count(
    'government-tasks-on-time',
    ['Nhiệm vụ được giao hoàn thành đúng hoặc trước hạn', 'Government tasks done on time or early'],
    TASKS,
    MORE_IN_HALF_A_YEAR,
  ),
  count(
    'government-tasks-late',
    ['Nhiệm vụ được giao hoàn thành trễ hạn', 'Government tasks done late'],
    TASKS,
    LESS_IN_HALF_A_YEAR,
  ),
  count(
    'government-tasks-not-done',
    ['Nhiệm vụ được giao chưa hoàn thành', 'Government tasks not done'],
    TASKS,
    LESS_IN_HALF_A_YEAR,
  ),
  count('dossiers-received', ['Hồ sơ đã tiếp nhận', 'Dossiers received'], DOSSIERS, MORE_IN_HALF_A_YEAR),
  count('dossiers-resolved', ['Hồ sơ đã giải quyết', 'Dossiers resolved'], DOSSIERS, MORE_IN_HALF_A_YEAR),
  count(
    'dossiers-on-time',
    ['Hồ sơ giải quyết đúng hoặc trước hạn', 'Dossiers resolved on time or early'],
    DOSSIERS,
    MORE_IN_HALF_A_YEAR,
  ),
  count(
    'dossiers-overdue',
    ['Hồ sơ giải quyết quá hạn', 'Dossiers resolved late'],
    DOSSIERS,
    LESS_IN_HALF_A_YEAR,
  ),
  count(
    'index-rank',
    ['Thứ hạng chỉ số cải cách hành chính', 'Rank in the reform index'],
    ['hạng', 'rank'],
    LESS_IN_A_YEAR,
  ),
  INVENTED_INDICATOR,
];

const figure = (
  indicator: string,
  period: string,
  whose: Pick<DemoFigure, 'agency' | 'group'>,
  amount: number,
  source: string,
  outOf?: number,
): DemoFigure => ({ indicator, period, ...whose, amount, source, ...(outOf === undefined ? {} : { outOf }) });
const inHaiDuong = (indicator: string, amount: number, outOf?: number): DemoFigure =>
  figure(indicator, '2024-H1', HAI_DUONG, amount, PUBLISHED_HAI_DUONG, outOf);

/** What was published, and two figures of the year before that follow from a published increase. No target was. */
export const PUBLISHED_FIGURES: readonly DemoFigure[] = [
  figure('online-application-rate', '2024', MINISTRIES, 59.57, PUBLISHED_2024),
  figure('online-application-rate', '2024', LOCALITIES, 56, PUBLISHED_2024),
  figure('dossier-digitisation-rate', '2024', MINISTRIES, 61.4, PUBLISHED_2024),
  figure('dossier-digitisation-rate', '2024', LOCALITIES, 67.46, PUBLISHED_2024),
  figure('e-documents-exchanged', '2023', NATIONAL, 8_200_000, `${PUBLISHED_2024}; ${DERIVED} (4.000.000)`),
  figure('e-documents-exchanged', '2024', NATIONAL, 12_200_000, PUBLISHED_2024),
  figure('e-documents-exchanged-cumulative', '2024', NATIONAL, 46_500_000, PUBLISHED_2024),
  figure('electronic-result-rate', '2022', MINISTRIES, 10.78, `${PUBLISHED_2023}; ${DERIVED} (16,15 điểm %)`),
  figure('electronic-result-rate', '2023', MINISTRIES, 26.93, PUBLISHED_2023),
  figure('electronic-result-rate', '2023', LOCALITIES, 40.91, PUBLISHED_2023),
  figure('overdue-detailing-documents', '2023', NATIONAL, 12, PUBLISHED_2023),
  inHaiDuong('programme-tasks-done', 30, 51),
  inHaiDuong('government-tasks-on-time', 61, 65),
  inHaiDuong('government-tasks-late', 1, 65),
  inHaiDuong('government-tasks-not-done', 3, 65),
  inHaiDuong('dossiers-received', 418_039),
  inHaiDuong('dossiers-resolved', 403_309, 418_039),
  inHaiDuong('dossiers-on-time', 402_527, 403_309),
  inHaiDuong('dossiers-overdue', 782, 403_309),
  figure('index-rank', '2023', HAI_DUONG, 22, PUBLISHED_2023, 63),
];

/** Agencies that have been there all along. */
const FOLLOWED = [
  'BCA',
  'BTP',
  'BYT',
  'BGDDT',
  'BNG',
  'BXD',
  'BCT',
  'T-HA-NOI',
  'T-HUE',
  'T-CA-MAU',
  'T-HAI-PHONG',
];
const FIRST_QUARTER = '2024-Q1';
const SEED = 896_031;

/** Invented rates of each agency by quarter up to a day, and the targets they are held against. */
export function inventedFigures(today: LegalDate): DemoFigure[] {
  const random = randomFrom(SEED);
  const quarters: string[] = [];
  for (
    let quarter = periodBefore(periodOf('quarter', today));
    firstDayOf(quarter) >= firstDayOf(FIRST_QUARTER);
    quarter = periodBefore(quarter)
  )
    quarters.unshift(quarter);
  const indicator = INVENTED_INDICATOR.code;
  const targets = quarters.flatMap((period, index) =>
    [MINISTRIES, LOCALITIES].map(
      (whose): DemoFigure => ({
        ...figure(indicator, period, whose, 50 + 2.5 * index, INVENTED),
        kind: 'target',
      }),
    ),
  );
  const values = FOLLOWED.flatMap((agency) => {
    const start = random.integer(3_800, 6_200);
    const step = random.integer(120, 380);
    return quarters.map((period, index) => {
      const hundredths = Math.min(9_900, start + step * index + random.integer(-250, 250));
      return figure(indicator, period, { agency }, hundredths / 100, INVENTED);
    });
  });
  return [...targets, ...values];
}

/** Enters indicators and what was published of them through the calls the screens use. Sent again they are the same. */
export async function enterIndicators(api: ApiClient): Promise<void> {
  await api.mutate(
    DEMO_PROGRAMME_OFFICE,
    INDICATORS.map((indicator) => ({
      path: 'indicators.save',
      input: { ...indicator, programme: PROGRAMME.code },
    })),
  );
  await api.mutate(
    DEMO_PROGRAMME_OFFICE,
    PUBLISHED_FIGURES.map(({ indicator, ...entry }) => ({
      path: 'indicators.enter',
      input: { code: indicator, ...entry },
    })),
  );
}

/** Invented figures as the lines of a spreadsheet. */
export const inventedLines = (today: LegalDate): object[] =>
  inventedFigures(today).map(({ indicator, period, agency, group, kind = 'value', amount, source }) => ({
    indicator,
    period,
    whose: agency ?? group,
    figureKind: kind,
    amount,
    source,
  }));
