import { randomUUID } from 'node:crypto';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import type { LegalDate } from '@tinhgon/rules/day';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import {
  bottleneckStartOptions,
  campaignStartOptions,
  inspectionStartOptions,
} from '@tinhgon/workflows/subject/start-options';
import { lan } from './people.ts';
import { scenario } from './scenario.ts';
import { deployment } from './start-worker.ts';

const colleague = (id: string, agency: string, roles: Actor['roles'] = []): Actor => ({
  id,
  name: `Trần ${id}`,
  agency,
  roles,
  assignments: [],
});
export const oanh = colleague('oanh', 'BYT');
export const office = colleague('thu', 'VPCP', ['programme-office']);
export const supervisor = colleague('loc', 'VPCP', ['supervisor']);

/** Bottlenecks, campaigns and inspections beside plans and documents. */
export function bottleneckScenario(temporal: TestTemporal) {
  const on = scenario(temporal);
  const given = (actor: Actor) => ({ actor, commandId: randomUUID(), calendar: VIETNAM_CALENDAR });
  return {
    ...on,
    raise: (code: string, answerBy: LegalDate, campaign: string | null = null) => {
      const begin = {
        ...given(lan),
        code,
        campaign,
        answerBy,
        on: { kind: 'procedure', code: '1.001' },
        what: 'Chưa kết nối\ncơ sở dữ liệu',
        cause: 'data',
        causeText: '',
        responsible: 'BYT',
      } as const;
      return on.begin(begin, bottleneckStartOptions({ deployment, begin }, temporal.taskQueue));
    },
    ask: (code: string, answerBy: LegalDate) => {
      const begin = {
        ...given(office),
        code,
        answerBy,
        title: 'Rà soát điểm nghẽn',
        question: 'Còn vướng mắc gì?',
        asks: 'chosen',
        asked: ['BTP', 'BYT'],
      } as const;
      return on.begin(begin, campaignStartOptions({ deployment, begin }, temporal.taskQueue));
    },
    inspect: (code: string, from: LegalDate) => {
      const begin = {
        ...given(supervisor),
        code,
        agency: 'BYT',
        subject: 'Thực hiện phương án',
        periodFrom: '2025-01-01',
        periodTo: '2025-12-31',
        from,
        to: from,
        members: [],
      };
      return on.begin(begin, inspectionStartOptions({ deployment, begin }, temporal.taskQueue));
    },
  };
}
