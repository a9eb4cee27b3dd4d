import type { Actor } from '@tinhgon/rules/actor';
import { type Confirmable, confirmables } from '@tinhgon/rules/confirming/confirmable';
import { wayToConfirmAll } from '@tinhgon/rules/confirming/objections';
import { documentContentSchema, planContentSchema } from '@tinhgon/rules/content';
import type { LegalDate } from '@tinhgon/rules/day';
import type { DocumentState } from '@tinhgon/rules/document/state';
import type { Rejection } from '@tinhgon/rules/errors';
import { editorsOf, openStepsOf } from '@tinhgon/rules/open-steps';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { objectionIn } from '@tinhgon/rules/policy';
import type { OpenStep } from '@tinhgon/rules/step';
import type { DocumentConfirmView, PlanConfirmView } from '@tinhgon/rules/views/confirm';
import type { Db } from '../../schema.ts';
import { contentsOf } from '../../store-content.ts';
import { actorFor } from '../actor-for.ts';
import { permissionOf } from './permission-of.ts';

/** Procedures of a plan that came back to an open check with an answer to its own remarks. */
export async function planConfirmViews(
  db: Db,
  actor: Actor,
  state: PlanState,
  today: LegalDate,
): Promise<PlanConfirmView[]> {
  const found = await confirmableBy(db, actor, state, today);
  const contents = await contentsOf(
    db,
    found.map(({ saw }) => saw),
  );
  return found.map(({ saw, procedureCode, ...rest }) => {
    const then = planContentSchema.safeParse(contents.get(saw)).data;
    const before = then?.measures.find((one) => one.procedureCode === procedureCode);
    return {
      ...rest,
      procedureCode: procedureCode ?? '',
      before: before
        ? {
            measure: before.measure,
            current: before.current ?? null,
            proposed: before.proposed ?? null,
            note: before.note,
            cost: before.cost ?? null,
          }
        : null,
    };
  });
}

/** The same for a document, which comes back as a whole. */
export async function documentConfirmViews(
  db: Db,
  actor: Actor,
  state: DocumentState,
  today: LegalDate,
): Promise<DocumentConfirmView[]> {
  const found = await confirmableBy(db, actor, state, today);
  const contents = await contentsOf(
    db,
    found.map(({ saw }) => saw),
  );
  return found.map(({ saw, procedureCode: _whole, ...rest }) => ({
    ...rest,
    before: documentContentSchema.safeParse(contents.get(saw)).data ?? null,
  }));
}

async function confirmableBy(db: Db, actor: Actor, state: PlanState | DocumentState, today: LegalDate) {
  const found = openStepsOf(state).flatMap((step) =>
    confirmables(state, step.key).map((confirmable) => ({ step, confirmable })),
  );
  const authors = await authorsOf(
    db,
    actor,
    found.map(({ confirmable }) => confirmable),
    today,
  );
  return found.map(({ step, confirmable }) => ({
    step: step.key,
    procedureCode: confirmable.procedureCode,
    remarkIds: confirmable.remarks.map(({ id }) => id),
    obstacle: confirmable.obstacle && {
      reason: confirmable.obstacle.reason,
      fields: [...confirmable.obstacle.fields],
    },
    confirm: permissionOf(objectionTo(state, step, confirmable, { actor, authors })),
    saw: confirmable.saw,
  }));
}

function objectionTo(
  state: PlanState | DocumentState,
  step: OpenStep,
  confirmable: Confirmable,
  who: { readonly actor: Actor; readonly authors: readonly Actor[] },
): Rejection | null {
  if (confirmable.obstacle) return { code: 'NOT_CONFIRMABLE' };
  return objectionIn(wayToConfirmAll(step, editorsOf(state), who, [confirmable]));
}

/** Who the authors of the remarks are today: one who no longer decides leaves it to those who do. */
async function authorsOf(
  db: Db,
  actor: Actor,
  found: readonly Confirmable[],
  today: LegalDate,
): Promise<Actor[]> {
  const ids = new Set(found.flatMap(({ remarks }) => remarks.map(({ by }) => by.id)));
  ids.delete(actor.id);
  const authors = await Promise.all([...ids].map((personId) => actorFor(db, { personId }, today)));
  return authors.filter((author) => author !== null);
}
