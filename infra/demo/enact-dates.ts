import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import type { DocumentLine } from './lines.ts';
import { DEMO_PEOPLE } from './people.ts';
import { stableUuid } from './stable-uuid.ts';

const REASON = 'Còn chờ ý kiến thống nhất của các bộ, ngành về thời điểm chuyển tiếp (minh họa).';
const WHY_LATER = 'Chờ văn bản cấp trên làm căn cứ (minh họa).';

const standing = z.object({ version: z.int() });

/**
 * A late document whose ministry says in public why, beside others that have not said so yet; and a change of
 * a date that waits for its signatory. Said again it changes nothing.
 */
export async function enactDates(
  api: ApiClient,
  documents: readonly DocumentLine[],
  today: LegalDate,
): Promise<void> {
  const signing = documents.filter(({ step }) => step === 'promulgate');
  const late = signing.find(({ plannedSigningOn }) => (plannedSigningOn ?? today) < today);
  if (late) await give(api, late, { type: 'explainDelay', step: 'promulgate', reason: REASON });
  const soon = signing.find(({ plannedSigningOn }) => (plannedSigningOn ?? today) > today);
  if (soon) {
    await give(api, soon, {
      type: 'requestDateChange',
      date: 'plannedInForce',
      to: addDays(today, 200),
      reason: WHY_LATER,
      ground: 'higher-document',
    });
  }
}

async function give(api: ApiClient, { code, leadAgency }: DocumentLine, command: object): Promise<void> {
  const drafter = DEMO_PEOPLE.find(
    ({ agency, functions }) => agency === leadAgency && functions.includes('drafter'),
  );
  if (!drafter) return;
  const path = `/api/v1/documents/${code}`;
  const seen = await api.get(drafter.user, path, standing);
  if (!seen) return;
  const answer = await api.post(drafter.user, `${path}/commands`, {
    commandId: stableUuid(`${path}/${JSON.stringify(command)}`),
    expectedVersion: seen.version,
    ...command,
  });
  // The date was asked for, or the delay made good, when the demonstration was loaded before.
  const before = ['DATE_REQUEST_PENDING', 'NOT_MISSED', 'COMMAND_ID_REUSED', 'STALE_VERSION'];
  if (answer.code !== null && !before.includes(answer.code)) {
    throw new Error(`${code}: ${answer.code} ${answer.message}`);
  }
}
