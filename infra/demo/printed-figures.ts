import type { ApiClient } from './api-client.ts';
import { PROGRAMME } from './figures.ts';
import { DEMO_PROGRAMME_OFFICE } from './people.ts';
import { stableUuid } from './stable-uuid.ts';

const SOURCE = 'Số liệu công bố về kết quả thực hiện đến hết năm 2024';

/** What was published of the programme at the end of 2024; nothing finer was printed. */
const PRINTED = [
  { measure: 'simplified', value: '898' },
  { measure: 'share', value: '83' },
  { measure: 'in-year', value: '313' },
] as const;

/** The published figures, which the demo's own are held against. */
export async function enterPrintedFigures(api: ApiClient): Promise<void> {
  for (const { measure, value } of PRINTED) {
    const { code, message } = await api.post(DEMO_PROGRAMME_OFFICE, '/api/v1/figures', {
      id: stableUuid(`printed ${measure}`),
      programme: PROGRAMME.code,
      asAt: '2024-12-31',
      source: SOURCE,
      measure,
      value,
    });
    if (code !== null) throw new Error(`printed figure ${measure}: ${code} ${message}`);
  }
}
