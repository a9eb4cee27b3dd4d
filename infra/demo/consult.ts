import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import type { DocumentLine } from './lines.ts';
import { stableUuid } from './stable-uuid.ts';

const standing = z.object({ version: z.int() });
/** Asked about the draft, in this order; the last one says nothing. Prefix of their people. */
const ASKED = [
  { agency: 'BTC', prefix: 'btc' },
  { agency: 'BXD', prefix: 'bxd' },
  { agency: 'BYT', prefix: 'byt' },
  { agency: 'BNV', prefix: 'bnv' },
] as const;

const POINTS = [
  'Đề nghị bỏ bản sao giấy khai sinh khi đã có số định danh cá nhân.',
  'Đề nghị giữ thời hạn giải quyết như hiện hành ở các xã chưa có đường truyền.',
];

/** A circular that is being drafted, by people of the demonstration, and who drafts it. */
export function documentToConsult(documents: readonly DocumentLine[]): {
  code: string;
  lead: string;
  drafter: string;
} {
  const found = documents.find(
    ({ type, step, drafter }) => type === 'circular' && step === 'draft' && drafter,
  );
  if (!found?.drafter) throw new RangeError('no circular is being drafted');
  return { code: found.code, lead: found.leadAgency, drafter: found.drafter };
}

/**
 * Three ministries and the public are asked about a draft: one ministry makes two points, of which one is taken up and
 * the other explained, one agrees, one does not answer in time. Done again it changes nothing.
 */
export async function consult(
  api: ApiClient,
  documents: readonly DocumentLine[],
  today: LegalDate,
): Promise<void> {
  const { code, lead, drafter } = documentToConsult(documents);
  const path = `/api/v1/documents/${code}`;
  const asked = ASKED.filter(({ agency }) => agency !== lead).slice(0, 3);
  const give = async (user: string, name: string, command: object): Promise<void> => {
    const expectedVersion = (await api.get(drafter, path, standing))?.version ?? 1;
    const commandId = stableUuid(`${path}/${name}`);
    const answer = await api.post(user, `${path}/commands`, { commandId, expectedVersion, ...command });
    // It was done when the demonstration was loaded before, and the document has gone on since.
    const before = ['STEP_NOT_OPEN', 'NOT_CONSULTED', 'COMMAND_ID_REUSED', 'ALREADY_RECORDED', 'DATE_ORDER'];
    if (answer.code !== null && !before.includes(answer.code)) {
      throw new Error(`${name} on ${code}: ${answer.code} ${answer.message}`);
    }
  };
  await give(drafter, 'ask', {
    type: 'askConsultation',
    agencies: asked.map(({ agency }) => agency),
    public: true,
    by: addDays(today, 1),
    note: 'Đề nghị cho ý kiến về phần cắt giảm giấy tờ (minh họa).',
  });
  const answers = [POINTS, []];
  for (const [index, points] of answers.entries()) {
    await give(`${asked[index]?.prefix}-soan-thao`, `answer ${index}`, {
      type: 'answerConsultation',
      consultationId: String(index + 1),
      answeredOn: today,
      points,
    });
  }
  await give(drafter, 'respond 1.1', {
    type: 'respondToPoint',
    pointId: '1.1',
    response: 'accepted',
    text: 'Đã bỏ tại Điều 4 của dự thảo.',
  });
  await give(drafter, 'respond 1.2', {
    type: 'respondToPoint',
    pointId: '1.2',
    response: 'explained',
    text: 'Điều 9 đã có thời gian chuyển tiếp cho các xã này.',
  });
}
