import { type OperationRow, progressOf } from '@tinhgon/database/operations/work-through';
import { agenciesOf } from '@tinhgon/database/operations/fix-agency-change';
import { agencyRefs } from '@tinhgon/database/queries/agency-refs';
import { operationSummaryOf } from '@tinhgon/database/queries/operations/list-operations';
import {
  leadersOf,
  progressByKind,
  signaturesOf,
  undoingOf,
} from '@tinhgon/database/queries/operations/operation-report';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import { addDays } from '@tinhgon/rules/day';
import { type Hash, hashOf } from '@tinhgon/rules/hash';
import { COUNTED_WORK, type OperationCounts, type WorkCounts } from '@tinhgon/rules/operation/parameters';
import { isEnded, OPERATION_COMMANDS, objectionToOperationCommand } from '@tinhgon/rules/operation/operation';
import {
  isBarredFromSigning,
  objectionToSigning,
  objectionToUndoing,
} from '@tinhgon/rules/operation/signing';
import type { PersonRef } from '@tinhgon/rules/person';
import { type OperationView, operationView } from '@tinhgon/rules/views/operation';
import { operationSubject } from '@tinhgon/workflows/operation/messages';
import { z } from 'zod';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';
import { permissionsFor } from '../permissions.ts';
import { temporalUrl } from '../temporal-url.ts';
import { changeView } from './change-view.ts';
import { visibleOperation } from './visible-operation.ts';

export const operationInput = z.strictObject({ id: z.uuid() });

export const getOperation = signedIn
  .input(operationInput)
  .output(operationView)
  .query(async ({ ctx, input }) => {
    const row = await visibleOperation(ctx.db, ctx.actor, input.id);
    const [progress, kinds] = await Promise.all([
      progressOf(ctx.db, input.id),
      progressByKind(ctx.db, input.id),
    ]);
    const summary = operationSummaryOf(row, progress);
    const { parameters } = row;
    const action = parameters.of === 'bulk' ? parameters.action : null;
    return {
      ...summary,
      reason: action && 'reason' in action ? (action.reason ?? null) : null,
      startsAt: row.starts_at,
      kinds,
      actions: permissionsFor(OPERATION_COMMANDS, (type) =>
        objectionToOperationCommand(summary, type, ctx.actor),
      ),
      ...(await changeFacts(ctx.db, ctx.actor, row)),
      undoes: row.undoes,
      temporalUrl: temporalUrl(ctx, operationSubject(input.id)),
    };
  });

type ChangeFacts = Pick<OperationView, 'change' | 'counts' | 'report' | 'signatures' | 'undoneBy' | 'undo'>;

/** What a change of agencies has besides: the counts, who signs, and whether it can be undone. */
async function changeFacts(db: Db, actor: Actor, row: OperationRow): Promise<ChangeFacts> {
  const { parameters, counts, state, by_id } = row;
  if (parameters.of !== 'agencies') {
    const undo = { allowed: false } as const;
    return { change: null, counts: null, report: null, signatures: [], undoneBy: null, undo };
  }
  const { change } = parameters;
  const codes = agenciesOf(change);
  const [refOf, shown, leaders, signatures, undoneBy, report] = await Promise.all([
    agencyRefs(db, codes),
    changeView(db, change),
    leadersOf(db, change, today()),
    signaturesOf(db, row.id),
    undoingOf(db, row.id),
    isEnded(state) ? reportHash(db, row) : null,
  ]);
  const standing = { state, by: { id: by_id }, leaders: idsOf(leaders), signatures };
  const mayStill = (agency: string, barred: boolean) =>
    (leaders[agency] ?? []).filter(({ id }) => isBarredFromSigning(standing, agency, id) === barred);
  const may = permissionsFor(codes, (agency) => objectionToSigning(standing, agency, actor));
  const { undo = { allowed: false } } =
    row.kind === 'undo'
      ? {}
      : permissionsFor(['undo'], () => objectionToUndoing({ state, isUndone: undoneBy !== null }, actor));
  return {
    change: shown,
    counts: counts && {
      before: everyKind(counts.before),
      after: counts.after ? everyKind(counts.after) : null,
    },
    report,
    signatures: codes.map((code) => {
      const signed = signatures.find(({ agency }) => agency === code);
      return {
        agency: refOf(code),
        by: signed?.by ?? null,
        at: signed?.at ?? null,
        leaders: mayStill(code, false),
        barred: mayStill(code, true),
        ledOn: change.to.includes(code) ? today() : addDays(change.effectiveOn, -1),
        may: may[code] ?? { allowed: false },
      };
    }),
    undoneBy,
    undo,
  };
}

/** What was counted before a kind of work moved along had none of it. */
const everyKind = (counts: OperationCounts['before']): OperationCounts['before'] =>
  Object.fromEntries(
    Object.entries(counts).map(([code, own]) => [
      code,
      { ...(Object.fromEntries(COUNTED_WORK.map((kind) => [kind, 0])) as WorkCounts), ...own },
    ]),
  );

/** What a signature belongs to: what was asked, how everything came off, and the counts. */
export async function reportHash(db: Db, { id, parameters, counts }: OperationRow): Promise<Hash> {
  return hashOf({ id, parameters, counts, kinds: await progressByKind(db, id) });
}

export const idsOf = (leaders: Readonly<Record<string, readonly PersonRef[]>>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(leaders).map(([agency, people]) => [agency, people.map(({ id }) => id)]));
