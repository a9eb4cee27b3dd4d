import type { LegalDate } from '@tinhgon/rules/day';
import { baselineView } from '@tinhgon/rules/views/baseline';
import { procedurePage } from '@tinhgon/rules/views/totals';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import { PROGRAMME } from './figures.ts';
import { DEMO_PROGRAMME_OFFICE, DEMO_SECOND_OF_OFFICE } from './people.ts';
import { stableUuid } from './stable-uuid.ts';

const PATH = `/api/v1/programmes/${PROGRAMME.code}`;

/** The second person of the office answers for the sets the first one entered. */
export async function answerForBaselines(api: ApiClient): Promise<void> {
  const known = await api.get(DEMO_SECOND_OF_OFFICE, `${PATH}/baselines`, z.array(baselineView));
  for (const { id, confirmedBy } of known ?? []) {
    if (confirmedBy !== null) continue;
    const { code, message } = await api.post(DEMO_SECOND_OF_OFFICE, `${PATH}/baselines/confirm`, { id });
    if (code !== null) throw new Error(`${id}: ${code} ${message}`);
  }
}

/** A change that waits for a second person: two procedures nobody has begun to simplify would no longer be asked for. */
export async function proposeBaseline(api: ApiClient, today: LegalDate): Promise<void> {
  const path = `/api/v1/procedures?programme=${PROGRAMME.code}&status=open&limit=500`;
  const open = await api.get(DEMO_PROGRAMME_OFFICE, path, procedurePage);
  const untouched = (open?.items ?? []).filter(({ plan, inBaseline }) => plan === null && inBaseline);
  const { code, message } = await api.post(DEMO_PROGRAMME_OFFICE, `${PATH}/baseline-proposals`, {
    id: stableUuid('baseline proposal'),
    date: today,
    reason: 'Hai thủ tục không còn được thực hiện (dữ liệu minh họa).',
    members: { add: [], remove: untouched.slice(-2).map((procedure) => procedure.code) },
  });
  // Loaded again on another day it stays as it was proposed first.
  if (code !== null && code !== 'COMMAND_ID_REUSED') throw new Error(`proposed baseline: ${code} ${message}`);
}
