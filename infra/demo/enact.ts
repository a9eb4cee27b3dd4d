import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type LegalDate } from '@tinhgon/rules/day';
import { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import { contentsFor } from './contents.ts';
import { PROGRAMME } from './figures.ts';
import type { DemoProcedure } from './procedures.ts';
import { randomFrom } from './random.ts';
import { stableUuid } from './stable-uuid.ts';

/** How far the people of the demonstration take a plan by their own decisions. */
const ENDS = ['drafting', 'submitted', 'returned', 'parted', 'announced', 'entered'] as const;
type End = (typeof ENDS)[number];

/** Plans whose whole history is made of decisions, one for each end. Agency and prefix of its people. */
const PLANS: readonly { agency: string; prefix: string; end: End }[] = [
  { agency: 'BYT', prefix: 'byt', end: 'drafting' },
  { agency: 'BCA', prefix: 'bca', end: 'submitted' },
  { agency: 'BTP', prefix: 'btp', end: 'returned' },
  { agency: 'BXD', prefix: 'bxd', end: 'parted' },
  { agency: 'BTC', prefix: 'btc', end: 'announced' },
  { agency: 'BNV', prefix: 'bnv', end: 'entered' },
];

const standing = z.object({ version: z.int(), contentHash: z.string(), phase: z.string() });
const WAIT_MS = 60_000;
const POLL_MS = 200;

/**
 * Lets demo people start plans and decide on them through the same calls as everybody. What was done before a
 * crash is recognised by its version and left as it is.
 */
export async function enactPlans(
  api: ApiClient,
  left: ReadonlyMap<string, readonly DemoProcedure[]>,
  today: LegalDate,
  onPlan: (code: string) => void,
): Promise<void> {
  for (const { agency, prefix, end } of PLANS) {
    const code = `${agency}-${today.slice(0, 4)}-201`;
    const documentCode = `TT-${agency}-${today.slice(0, 4)}-201`;
    const procedures = (left.get(agency) ?? []).slice(0, 2);
    const plan = subject(api, `plans/${code}`);
    const document = subject(api, `documents/${documentCode}`);
    const drafter = `${prefix}-soan-thao`;
    const control = `${prefix}-kiem-soat-2`;
    const leader = `${prefix}-lanh-dao`;
    const reached = (wanted: End) => ENDS.indexOf(end) >= ENDS.indexOf(wanted);
    await document.start(drafter, '/api/v1/documents', documentBody(documentCode, agency, procedures, today));
    await plan.start(drafter, '/api/v1/plans', planBody(code, documentCode, agency, procedures, today));
    if (reached('submitted')) await plan.give(drafter, 1, { type: 'submit' });
    if (end === 'returned') await plan.give(control, 2, { type: 'return', reason: RETURN_REASON });
    if (reached('parted')) await plan.give(control, 2, { type: 'approve' });
    // One of two comes back, the other waits for its approval.
    if (end === 'parted') {
      const procedureCodes = procedures.slice(1).map((procedure) => procedure.code);
      await plan.give(leader, 3, { type: 'return', procedureCodes, reason: RETURN_PART_REASON });
    }
    if (reached('announced')) {
      const procedureCodes = procedures.map((procedure) => procedure.code);
      await plan.give(leader, 3, { type: 'approve', decisionNumber: `${201}/QĐ-${agency}` });
      await document.waitWhile(drafter, 'waiting');
      await document.give(drafter, 1, { type: 'submit' });
      await document.give(`${prefix}-phap-che`, 2, { type: 'approve' });
      await document.give(drafter, 3, { type: 'submit', note: 'Đã tiếp thu toàn bộ ý kiến thẩm định.' });
      await document.give(leader, 4, {
        type: 'recordPromulgation',
        number: `99/${today.slice(0, 4)}/TT-${agency}`,
        signedOn: today,
        inForceOn: addDays(today, 30),
      });
      await document.give(drafter, 5, { type: 'submit' });
      await document.give(leader, 6, {
        type: 'recordAnnouncement',
        decisionNumber: `${1_201}/QĐ-${agency}`,
        signedOn: today,
        procedureCodes,
      });
      // One of two is entered: entry of the other and display of the first stand open side by side.
      if (reached('entered')) {
        await document.give(control, 7, {
          type: 'recordDatabaseEntry',
          reference: `CSDLQG-${today.slice(0, 4)}-201`,
          enteredOn: today,
          procedureCodes: procedureCodes.slice(0, 1),
        });
      }
    }
    onPlan(code);
  }
}

const RETURN_REASON = 'Đề nghị làm rõ căn cứ cắt giảm giấy tờ và bổ sung số liệu về số hồ sơ mỗi năm.';

const RETURN_PART_REASON = 'Thủ tục này cần nêu rõ dữ liệu nào thay cho giấy tờ phải nộp.';

/** Commands whose author signs what they see. */
const SIGNED = ['approve', 'recordPromulgation', 'recordAnnouncement'];

function subject(api: ApiClient, path: string) {
  const see = (user: string) => api.get(user, `/api/v1/${path}`, standing);
  return {
    async start(user: string, collection: string, body: object): Promise<void> {
      if (await see(user)) return;
      const { code, message } = await api.post(user, collection, body, stableUuid(path));
      if (code !== null && code !== 'CODE_TAKEN') throw new Error(`${path}: ${code} ${message}`);
      await until(`${path} on record`, async () => (await see(user)) !== null);
    },
    async give(
      user: string,
      expectedVersion: number,
      command: { readonly type: string; readonly [field: string]: unknown },
    ): Promise<void> {
      let seen = await see(user);
      await until(`version ${expectedVersion} of ${path}`, async () => {
        seen = await see(user);
        return seen !== null && seen.version >= expectedVersion;
      });
      if (!seen || seen.version > expectedVersion) return;
      const signature = SIGNED.includes(command.type) ? { contentHash: seen.contentHash } : {};
      const commandId = stableUuid(`${path}/${expectedVersion}`);
      const { code, message } = await api.post(user, `/api/v1/${path}/commands`, {
        commandId,
        expectedVersion,
        ...command,
        ...signature,
      });
      if (code !== null) throw new Error(`${command.type} on ${path}: ${code} ${message}`);
    },
    waitWhile: (user: string, phase: string) =>
      until(`${path} beyond ${phase}`, async () => (await see(user))?.phase !== phase),
  };
}

async function until(what: string, done: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + WAIT_MS; Date.now() < deadline; ) {
    if (await done()) return;
    await pause(POLL_MS);
  }
  throw new Error(`waited ${WAIT_MS / 1_000} s in vain for ${what}`);
}

function documentBody(code: string, agency: string, procedures: readonly DemoProcedure[], today: LegalDate) {
  return {
    code,
    type: 'circular',
    shortened: true,
    programme: PROGRAMME.code,
    leadAgency: agency,
    title: `Sửa đổi, bổ sung một số điều về thủ tục hành chính lĩnh vực ${fieldsOf(procedures)} (minh họa)`,
    summary: 'Văn bản minh họa, được tạo tự động để giới thiệu phần mềm.',
    articles: ['Điều 4', 'Điều 9'],
    plannedSigningOn: addDays(today, 20),
    plannedInForceOn: addDays(today, 65),
  };
}

function planBody(
  code: string,
  documentCode: string,
  agency: string,
  procedures: readonly DemoProcedure[],
  today: LegalDate,
) {
  const random = randomFrom(code.length * 7 + agency.charCodeAt(1));
  return {
    code,
    programme: PROGRAMME.code,
    year: Number(today.slice(0, 4)),
    leadAgency: agency,
    name: `Cắt giảm giấy tờ trong thủ tục ${fieldsOf(procedures)}`,
    unit: 'Vụ, cục được giao (minh họa)',
    grounds: 'Giấy tờ yêu cầu nộp đã có trong Cơ sở dữ liệu quốc gia về dân cư.',
    targets: 'Giảm 30 % thành phần hồ sơ.',
    reviewOn: addDays(today, 15),
    deadline: addDays(today, 180),
    measures: procedures.map((procedure) => ({
      procedureCode: procedure.code,
      measure: 'replace-papers-by-data',
      documents: [documentCode],
      ...contentsFor(procedure, 'replace-papers-by-data', random),
    })),
  };
}

const fieldsOf = (procedures: readonly DemoProcedure[]): string =>
  [...new Set(procedures.map(({ field }) => field.toLowerCase()))].join(', ');
