import type { ApiClient } from './api-client.ts';
import { DEMO_PROGRAMME_OFFICE } from './people.ts';

const INVENTED = 'Dữ liệu minh họa';

export const WAGE_CODE = 'THU-NHAP-BQ';
/** What the versions below come to. */
export const WAGE_VALUES = { 1: 45_000, 2: 48_000 } as const;

/** What an hour of work is worth; every figure is invented. The second version follows an even number of sources. */
const WAGES = [
  {
    code: WAGE_CODE,
    basedOn: 0,
    nameVi: 'Thu nhập bình quân của người lao động',
    nameEn: 'Average earnings of a worker',
    sources: [{ source: `Niên giám thống kê (${INVENTED.toLowerCase()})`, dongPerHour: 45_000 }],
    from: '2024-01-01',
    to: '2024-12-31',
    reason: INVENTED,
  },
  {
    code: WAGE_CODE,
    basedOn: 1,
    nameVi: 'Thu nhập bình quân của người lao động',
    nameEn: 'Average earnings of a worker',
    sources: [
      { source: `Niên giám thống kê (${INVENTED.toLowerCase()})`, dongPerHour: 50_000 },
      { source: `Khảo sát lao động, việc làm (${INVENTED.toLowerCase()})`, dongPerHour: 48_000 },
      { source: `Khảo sát của Bộ (${INVENTED.toLowerCase()})`, dongPerHour: 57_000 },
      { source: `Khảo sát của tỉnh (${INVENTED.toLowerCase()})`, dongPerHour: 43_000 },
    ],
    from: '2025-01-01',
    to: null,
    reason: INVENTED,
  },
];

/** One after the other: each version is based on the one before. Sent again it is the same version. */
export async function enterWages(api: ApiClient): Promise<void> {
  const calls = WAGES.map((input) => ({ path: 'terms.saveWage', input }));
  for (const call of calls) await api.mutate(DEMO_PROGRAMME_OFFICE, [call]);
}
