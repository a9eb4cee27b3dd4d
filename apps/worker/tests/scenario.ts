import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { Actor } from '@tinhgon/rules/actor';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays, dayOf } from '@tinhgon/rules/day';
import { documentContentHash } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { planContentHash } from '@tinhgon/rules/plan/state';
import type { StateOf, WorkflowKind } from '@tinhgon/rules/subject-kinds';
import type { TestTemporal } from '@tinhgon/test-kit/temporal';
import type { DocumentInput } from '@tinhgon/workflows/document/messages';
import type { PlanInput } from '@tinhgon/workflows/plan/messages';
import { commandFingerprint } from '@tinhgon/workflows/subject/fingerprint';
import {
  beginUpdate,
  type CommandOutcome,
  type Deployment,
  stateQuery,
  type SubjectReport,
} from '@tinhgon/workflows/subject/messages';
import {
  documentStartOptions,
  planStartOptions,
  type StartOptions,
} from '@tinhgon/workflows/subject/start-options';
import { control, display, lan, legal, MINISTRY, minister } from './people.ts';
import { deployment } from './start-worker.ts';

type Words = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Starts plans and documents and gives them commands, as the API does. */
export function scenario(temporal: TestTemporal, extra: Pick<Deployment, 'historyLimit' | 'receipts'> = {}) {
  const { client, taskQueue } = temporal;
  const running = { ...deployment, ...extra };
  const today = (): string => dayOf(new Date().toISOString());

  /** Starts a subject of any kind. */
  async function begin(
    given: { readonly commandId: string; readonly actor: Actor },
    { workflowType, ...start }: StartOptions,
  ): Promise<CommandOutcome> {
    return client.workflow.executeUpdateWithStart(beginUpdate, {
      updateId: given.commandId,
      args: [{ commandId: given.commandId, fingerprint: commandFingerprint(given) }],
      startWorkflowOperation: new WithStartWorkflowOperation(workflowType, {
        ...start,
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
      } as never),
    });
  }

  type PlanBegin = NonNullable<PlanInput['begin']>;
  type DocumentBegin = NonNullable<DocumentInput['begin']>;

  const planBegin = (
    code: string,
    documents: readonly string[],
    reviewOn: string | null = null,
  ): PlanBegin => ({
    code,
    programme: '896',
    year: 2026,
    leadAgency: MINISTRY,
    approvalLevel: 'minister',
    calendar: VIETNAM_CALENDAR,
    actor: lan,
    commandId: randomUUID(),
    facts: {
      content: hashOf(code),
      header: { name: 'Đơn giản hóa hộ tịch', unit: '', coAgencies: [], reviewOn, deadline: null },
      measures: [1, 2].map((n) => ({
        procedureCode: `${n}.${code}`,
        measure: 'cut-papers' as const,
        hash: hashOf(n),
        documents: [...documents],
      })),
    },
  });
  const startPlan = (begun: PlanBegin) => {
    const input: PlanInput = { deployment: running, begin: begun };
    return begin(begun, planStartOptions(input, taskQueue));
  };

  const documentBegin = (code: string): DocumentBegin => ({
    code,
    programme: '896',
    leadAgency: MINISTRY,
    type: 'circular',
    shortened: false,
    calendar: VIETNAM_CALENDAR,
    actor: lan,
    commandId: randomUUID(),
    facts: {
      content: hashOf(code),
      header: { title: 'Thông tư sửa đổi', plannedSigningOn: null, plannedInForceOn: null },
    },
  });
  const startDocument = (begun: DocumentBegin) => {
    const input: DocumentInput = { deployment: running, begin: begun };
    return begin(begun, documentStartOptions(input, taskQueue));
  };

  const report = <S>(subject: string): Promise<SubjectReport<S>> =>
    client.workflow.getHandle(subject).query(stateQuery) as Promise<SubjectReport<S>>;

  /** Sends one command as it is given. */
  const send = (subject: string, command: Words & { readonly commandId: string }): Promise<CommandOutcome> =>
    client.workflow.getHandle(subject).executeUpdate<CommandOutcome, [object]>(command.type, {
      updateId: command.commandId,
      args: [command],
    });

  /** A command with the version and content its author sees now. */
  async function command(subject: string, actor: Actor, words: Words) {
    const { state } = await report<StateOf[WorkflowKind]>(subject);
    const signs = words.type === 'approve' || words.type === 'confirmChanges';
    const seen = signs ? { contentHash: contentHashOf(state) } : {};
    return { commandId: randomUUID(), expectedVersion: state.version, actor, ...seen, ...words };
  }

  const does = async (subject: string, actor: Actor, words: Words): Promise<CommandOutcome> =>
    send(subject, await command(subject, actor, words));

  /** The same, with whatever was not answered sent again as it was, as the API does. */
  async function doesUntilAnswered(subject: string, actor: Actor, words: Words) {
    const given = await again(() => command(subject, actor, words));
    return { command: given, outcome: await again(() => send(subject, given)) };
  }

  async function approvePlan(code: string): Promise<void> {
    const plan = `plan/${code}`;
    await does(plan, lan, { type: 'submit' });
    await does(plan, control, { type: 'approve' });
    await does(plan, minister, { type: 'approve' });
  }

  /** Steps 4 to 12 of a circular, in one day. */
  async function finishDocument(code: string, procedureCodes: readonly string[]): Promise<void> {
    const subject = `document/${code}`;
    const day = today();
    await does(subject, lan, { type: 'submit' });
    await does(subject, legal, { type: 'approve' });
    await does(subject, lan, { type: 'submit' });
    await does(subject, minister, {
      type: 'recordPromulgation',
      number: `${code}/TT-BTP`,
      signedOn: day,
      inForceOn: addDays(day, 45),
    });
    await does(subject, lan, { type: 'submit' });
    await does(subject, minister, {
      type: 'recordAnnouncement',
      decisionNumber: `${code}/QĐ-BTP`,
      signedOn: day,
      procedureCodes,
    });
    await does(subject, control, {
      type: 'recordDatabaseEntry',
      reference: `CSDL-${code}`,
      enteredOn: day,
      procedureCodes,
    });
    await does(subject, display, { type: 'recordDisplay', place: 'Trang thông tin', displayedOn: day });
  }

  return {
    begin,
    planBegin,
    startPlan,
    documentBegin,
    startDocument,
    report,
    send,
    command,
    does,
    doesUntilAnswered,
    approvePlan,
    finishDocument,
  };
}

export type Scenario = ReturnType<typeof scenario>;

function contentHashOf(state: StateOf[WorkflowKind]): string {
  if (state.kind === 'plan') return planContentHash(state);
  if (state.kind === 'document') return documentContentHash(state);
  throw new Error(`a ${state.kind} has no content to approve`);
}

const PATIENCE_MS = 50_000;

/** Repeats what got no answer; a rejection is an answer. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (error instanceof WorkflowUpdateFailedError || Date.now() > deadline) throw error;
      await sleep(200);
    }
  }
}
