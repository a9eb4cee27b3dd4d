import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '@tinhgon/rules/day';
import { type Api, apiAs } from './api-client.ts';
import { sharedStack, type StackPlace } from './running-stack.ts';
import { until } from './until.ts';

export const PROGRAMME = '896';
export const MINISTRY = 'BTP';

export interface NamedProcedure {
  readonly code: string;
  readonly name: string;
}
export interface NewPlan {
  readonly code: string;
  readonly name: string;
  readonly procedures: readonly NamedProcedure[];
  readonly document: { readonly code: string; readonly title: string };
}

export const today = (): string => dayOf(new Date().toISOString());
/** As the screens write it: 22/11/2026. */
export const written = (day: string): string => day.split('-').toReversed().join('/');

/** People of one ministry at their computers, and the office that keeps the catalogue. */
export async function ministryAtWork(stack: StackPlace = sharedStack()) {
  const [drafter, control, legal, leader, office] = await Promise.all(
    ['btp-soan-thao', 'btp-kiem-soat', 'btp-phap-che', 'btp-lanh-dao', 'dau-moi'].map((user) =>
      apiAs(user, stack),
    ),
  );
  if (!drafter || !control || !legal || !leader || !office)
    throw new RangeError('five people were asked for');
  return { drafter, control, legal, leader, office };
}
export type Ministry = Awaited<ReturnType<typeof ministryAtWork>>;

const word = (): string => randomUUID().slice(0, 8);

/** Procedures no other journey knows, and no baseline either. */
export async function newProcedures(office: Api, count: number): Promise<NamedProcedure[]> {
  const mark = word();
  const made = Array.from({ length: count }, (_, index) => ({
    code: `9.${mark}${index + 1}`,
    name: `Cấp giấy xác nhận thử nghiệm số ${index + 1} ${mark}`,
  }));
  const lines = made.map(({ code, name }) => `${code},${name},${MINISTRY}`);
  await office.importCsv('procedures', ['code,nameVi,ministry', ...lines].join('\n'));
  return made;
}

/** A plan of the ministry of justice with a circular of its own, both just begun by the drafter. */
export async function newPlan(
  { drafter, office }: Ministry,
  wanted: number | readonly NamedProcedure[] = 1,
  approvalLevel: 'minister' | 'prime-minister' = 'minister',
  about = 'giấy xác nhận',
): Promise<NewPlan> {
  const procedures = typeof wanted === 'number' ? await newProcedures(office, wanted) : wanted;
  const mark = word();
  const title = `Thông tư sửa đổi quy định về giấy xác nhận ${mark}`;
  const name = `Đơn giản hóa ${about} ${mark}`;
  const document = await drafter.start('document', {
    type: 'circular',
    programme: PROGRAMME,
    leadAgency: MINISTRY,
    title,
    plannedSigningOn: addDays(today(), 60),
    plannedInForceOn: addDays(today(), 105),
  });
  const plan = await drafter.start('plan', {
    programme: PROGRAMME,
    year: Number(today().slice(0, 4)),
    leadAgency: MINISTRY,
    approvalLevel,
    name,
    reviewOn: addDays(today(), 20),
    deadline: addDays(today(), 200),
    measures: procedures.map(({ code }) => ({
      procedureCode: code,
      measure: 'cut-papers',
      current: { papers: [{ name: 'Bản sao giấy khai sinh' }, { name: 'Tờ khai' }] },
      proposed: { papers: [{ name: 'Tờ khai' }] },
      documents: [document.code],
    })),
  });
  return { code: plan.code, name, procedures, document: { code: document.code, title } };
}

export async function submittedPlan(
  ministry: Ministry,
  wanted: number | readonly NamedProcedure[] = 1,
  about?: string,
): Promise<NewPlan> {
  const plan = await newPlan(ministry, wanted, 'minister', about);
  await ministry.drafter.does('plan', plan.code, { type: 'submit' });
  return plan;
}

/** A plan approved by its ministry, its document open for drafting. */
export async function approvedPlan(
  ministry: Ministry,
  wanted: number | readonly NamedProcedure[] = 1,
): Promise<NewPlan> {
  const plan = await submittedPlan(ministry, wanted);
  await ministry.control.does('plan', plan.code, { type: 'approve' });
  await ministry.leader.does('plan', plan.code, { type: 'approve' });
  await documentAt(ministry.drafter, plan.document.code, 'draft');
  return plan;
}

/** Waits until a step of the document is open. */
export const documentAt = (reader: Api, code: string, step: string): Promise<true> =>
  until(`step ${step} of document ${code}`, async () => {
    const { steps } = await reader.document(code);
    const found = steps.find(({ key }) => key === step);
    return found && ['in-time', 'due-soon', 'overdue'].includes(found.status) ? true : null;
  });

/** Takes a document in drafting to its signature and its announcement, all dated today. */
export async function announcedDocument(ministry: Ministry, plan: NewPlan): Promise<void> {
  const { drafter, legal, leader } = ministry;
  const { code } = plan.document;
  await drafter.does('document', code, { type: 'submit' });
  await legal.does('document', code, { type: 'approve' });
  await drafter.does('document', code, { type: 'submit' });
  await leader.does('document', code, {
    type: 'recordPromulgation',
    number: `${word()}/TT-BTP`,
    signedOn: today(),
    inForceOn: today(),
  });
  await drafter.does('document', code, { type: 'submit' });
  await leader.does('document', code, {
    type: 'recordAnnouncement',
    decisionNumber: `${word()}/QĐ-BTP`,
    signedOn: today(),
    procedureCodes: plan.procedures.map((procedure) => procedure.code),
  });
}
