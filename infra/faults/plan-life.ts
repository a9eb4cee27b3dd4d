import { randomUUID } from 'node:crypto';
import { addDays } from '@tinhgon/rules/days';
import { dayOf } from '@tinhgon/rules/day';
import { z } from 'zod';
import type { Client, Subject } from './client.ts';
import type { Entry } from './ledger.ts';
import { MINISTRY, PEOPLE, PROGRAMME } from './ministry.ts';

/** A plan with one procedure and a circular of its own, on its way from draft to displayed. */
export interface Plan {
  readonly code: string;
  readonly document: string;
  readonly procedure: string;
  /** Decisions of its life that were acknowledged. */
  taken: number;
  movedAt: number;
}

export interface Move {
  readonly user: string;
  readonly subject: Subject;
  readonly type: string;
  /** Step of the document that must be open. */
  readonly at?: string;
  readonly says?: (plan: Plan, today: string) => object;
}

const { drafter, control, legal, leader } = PEOPLE;
const codes = ({ procedure }: Plan) => ({ procedureCodes: [procedure] });

/** All decisions that people take on it, in order. */
export const LIFE: readonly Move[] = [
  { user: drafter, subject: 'plan', type: 'submit' },
  { user: control, subject: 'plan', type: 'approve' },
  { user: leader, subject: 'plan', type: 'approve' },
  { user: drafter, subject: 'document', type: 'submit', at: 'draft' },
  { user: legal, subject: 'document', type: 'approve' },
  { user: drafter, subject: 'document', type: 'submit' },
  {
    user: leader,
    subject: 'document',
    type: 'recordPromulgation',
    says: ({ document }, day) => ({ number: `${document}/TT`, signedOn: day, inForceOn: day }),
  },
  { user: drafter, subject: 'document', type: 'submit' },
  {
    user: leader,
    subject: 'document',
    type: 'recordAnnouncement',
    says: (plan, day) => ({ decisionNumber: `${plan.document}/QĐ`, signedOn: day, ...codes(plan) }),
  },
  {
    user: control,
    subject: 'document',
    type: 'recordDatabaseEntry',
    says: (plan, day) => ({ reference: `CSDL ${plan.document}`, enteredOn: day, ...codes(plan) }),
  },
  { user: control, subject: 'document', type: 'recordDisplay', says: (_plan, day) => ({ displayedOn: day }) },
];

export const codeOf = (plan: Plan, subject: Subject): string =>
  subject === 'plan' ? plan.code : plan.document;

const seen = z.object({
  version: z.int(),
  contentHash: z.string(),
  steps: z.array(z.object({ key: z.string(), status: z.string() })),
});
export type Seen = z.infer<typeof seen>;

export async function look(client: Client, plan: Plan, { user, subject }: Move): Promise<Seen> {
  const path = `/${subject}s/${encodeURIComponent(codeOf(plan, subject))}`;
  return seen.parse(await client.ask(user, path));
}

export const isOpen = ({ at }: Move, { steps }: Seen): boolean =>
  at === undefined ||
  steps.some(({ key, status }) => key === at && ['in-time', 'due-soon', 'overdue'].includes(status));

/** Begins one. What it took is in the ledger: beginning is a command too. */
export async function beginPlan(client: Client, ledger: Entry[], mark: string): Promise<Plan> {
  const today = dayOf(new Date().toISOString());
  const procedure = `9.${mark}`;
  await client.importCsv(
    PEOPLE.office,
    'procedures',
    `code,nameVi,ministry\n${procedure},Cấp giấy xác nhận thử nghiệm ${mark},${MINISTRY}`,
  );
  const begin = async (subject: Subject, body: object): Promise<string> => {
    const commandId = randomUUID();
    const sentAt = Date.now();
    const { code, version } = await client.begin(drafter, subject, commandId, body);
    const answered = { versions: new Set([version]), refusals: new Set<string>(), lost: 0 };
    const acknowledgedAt = Date.now();
    ledger.push({
      subject: `${subject}/${code}`,
      commandId,
      type: 'begin',
      sentAt,
      acknowledgedAt,
      ...answered,
    });
    return code;
  };
  const document = await begin('document', {
    type: 'circular',
    programme: PROGRAMME,
    leadAgency: MINISTRY,
    title: `Thông tư sửa đổi quy định về giấy xác nhận ${mark}`,
    plannedSigningOn: addDays(today, 60),
    plannedInForceOn: addDays(today, 105),
  });
  // A plan names documents whose rows are there.
  await client.ask(drafter, `/documents/${encodeURIComponent(document)}`);
  const code = await begin('plan', {
    programme: PROGRAMME,
    year: Number(today.slice(0, 4)),
    leadAgency: MINISTRY,
    approvalLevel: 'minister',
    name: `Đơn giản hóa giấy xác nhận ${mark}`,
    reviewOn: addDays(today, 20),
    deadline: addDays(today, 200),
    measures: [
      {
        procedureCode: procedure,
        measure: 'cut-papers',
        current: { papers: [{ name: 'Bản sao giấy khai sinh' }, { name: 'Tờ khai' }] },
        proposed: { papers: [{ name: 'Tờ khai' }] },
        documents: [document],
      },
    ],
  });
  return { code, document, procedure, taken: 0, movedAt: Date.now() };
}
