import type { Actor } from '@tinhgon/rules/actor';
import {
  membersAfter,
  objectionToBase,
  objectionToConfirming,
  objectionToDecidingProposal,
  objectionToWithdrawingProposal,
  type ProposalState,
} from '@tinhgon/rules/baseline/proposal';
import type { LegalDate } from '@tinhgon/rules/day';
import { type Rejection, reject } from '@tinhgon/rules/errors';
import type { BaselineInput, ProposeBaseline } from '@tinhgon/rules/views/catalogue';
import { lockHeads } from '../events/append-events.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import { baselineOn, membersOf } from './baseline-rows.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export const baselineSubject = ({ programme, date }: Pick<BaselineInput, 'programme' | 'date'>): string =>
  `baseline/${programme}/${date}`;

type By = Stamp & { readonly actor: Actor };
/** `holds`: the set a programme starts with holds at once. */
type Proposed = { readonly id: string; readonly holds: boolean } | { readonly rejection: Rejection };

/**
 * Proposes what a programme is measured against from a day on. The first set of a programme holds at once; another
 * one once somebody else of the office approves it. Sent twice it is proposed once.
 */
export async function proposeBaseline(db: Db, asked: ProposeBaseline, by: Stamp): Promise<Proposed> {
  return db.transaction().execute(async (trx): Promise<Proposed> => {
    const { id, members, ...head } = asked;
    await lockProgramme(trx, asked.programme);
    const base = await baselineOn(trx, asked.programme, asked.date);
    const known = await trx
      .selectFrom('baseline_proposal')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    // A change is reckoned from what it was made from, so that the same sent twice stays the same.
    const from = known ? known.base_id : (base?.id ?? null);
    const codes =
      'all' in members
        ? membersAfter([], { add: members.all, remove: [] })
        : membersAfter(from === null ? [] : await membersOf(trx, from), members);
    const baseline: BaselineInput = { ...head, procedureCodes: codes };
    if (known) {
      return known.proposed_by_id === by.actor.id && isSame(inputOf(known), baseline)
        ? { id, holds: false }
        : reject('COMMAND_ID_REUSED', { field: 'id' });
    }
    if (codes.length === 0) return reject('NOTHING_LEFT', { field: 'members' });
    const newest = await newestOf(trx, baseline);
    if (newest && (await isRecording(trx, newest, baseline))) {
      // The first set sent twice holds already; anything else would change nothing.
      return newest.recorded_by_id === by.actor.id
        ? { id, holds: true }
        : reject('BASELINE_UNCHANGED', { field: 'members' });
    }
    const holds = !(await hasBaseline(trx, asked.programme));
    await writeCatalogue(
      trx,
      [
        {
          subject: baselineSubject(baseline),
          body: holds
            ? { type: 'baselineSaved', baseline }
            : { type: 'baselineProposed', proposal: id, base: base?.id ?? null, baseline },
        },
      ],
      by,
    );
    return { id, holds };
  });
}

/** Approves, refuses or takes back a proposal, or says why not. */
export async function decideBaseline(
  db: Db,
  decision:
    | { readonly id: string; readonly decision: 'approve' | 'withdraw' }
    | { readonly id: string; readonly decision: 'refuse'; readonly reason: string },
  by: By,
): Promise<Rejection | null> {
  const { actor } = by;
  return db.transaction().execute(async (trx) => {
    const asked = trx.selectFrom('baseline_proposal').selectAll().where('id', '=', decision.id);
    const programme = (await asked.executeTakeFirst())?.programme;
    if (programme !== undefined) await lockProgramme(trx, programme);
    const found = await asked.executeTakeFirst();
    if (!found) return reject('NOT_FOUND').rejection;
    const proposal = { state: found.state, proposedBy: found.proposed_by_id, base: found.base_id };
    const inForce = (await baselineOn(trx, found.programme, found.date))?.id ?? null;
    const objection =
      decision.decision === 'withdraw'
        ? objectionToWithdrawingProposal(proposal, actor)
        : (objectionToDecidingProposal(proposal, actor) ??
          (decision.decision === 'approve' ? objectionToBase(proposal, inForce) : null));
    if (objection) return objection;
    const body = {
      approve: () => ({
        type: 'baselineApproved' as const,
        proposal: found.id,
        proposedBy: { id: found.proposed_by_id, name: found.proposed_by },
        baseline: inputOf(found),
      }),
      refuse: () => ({
        type: 'baselineRefused' as const,
        proposal: found.id,
        reason: 'reason' in decision ? decision.reason : '',
      }),
      withdraw: () => ({ type: 'baselineWithdrawn' as const, proposal: found.id }),
    }[decision.decision]();
    await writeCatalogue(trx, [{ subject: baselineSubject(found), body }], by);
    return null;
  });
}

/** The second person answers for a set that was entered by one, or hears why not. */
export async function confirmBaseline(
  db: Db,
  of: { readonly id: string },
  by: By,
): Promise<Rejection | null> {
  return db.transaction().execute(async (trx) => {
    const found = await trx
      .selectFrom('baseline')
      .selectAll()
      .where('id', '=', of.id)
      .forUpdate()
      .executeTakeFirst();
    if (!found) return reject('NOT_FOUND').rejection;
    const objection = objectionToConfirming(
      { recordedById: found.recorded_by_id, confirmed: found.confirmed_by !== null },
      by.actor,
    );
    if (objection) return objection;
    const seq = Number(found.id.slice(found.id.lastIndexOf('/') + 1));
    await writeCatalogue(
      trx,
      [{ subject: baselineSubject(found), body: { type: 'baselineConfirmed', of: seq } }],
      by,
    );
    return null;
  });
}

/** One change of a programme's baselines at a time: what one was made from must hold until it is written. */
export const lockProgramme = (trx: Trx, programme: string) => lockHeads(trx, [`programme/${programme}`]);

export const hasBaseline = async (trx: Trx, programme: string): Promise<boolean> =>
  (await trx
    .selectFrom('baseline')
    .select('id')
    .where('programme', '=', programme)
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** Whether the newest recording of that day says the same. */
export async function isOnRecord(trx: Trx, baseline: BaselineInput): Promise<boolean> {
  const newest = await newestOf(trx, baseline);
  return newest !== undefined && (await isRecording(trx, newest, baseline));
}

/** Whether the same is waiting for a second person already. */
export async function isProposed(trx: Trx, baseline: BaselineInput): Promise<boolean> {
  const open = await trx
    .selectFrom('baseline_proposal')
    .selectAll()
    .where('programme', '=', baseline.programme)
    .where('date', '=', baseline.date)
    .where('state', '=', 'proposed' satisfies ProposalState)
    .execute();
  return open.some((row) => isSame(inputOf(row), baseline));
}

type Recording = NonNullable<Awaited<ReturnType<typeof baselineOn>>>;

async function newestOf(trx: Trx, { programme, date }: BaselineInput): Promise<Recording | undefined> {
  const inForce = await baselineOn(trx, programme, date);
  return inForce?.date === date ? inForce : undefined;
}

async function isRecording(trx: Trx, { id, reason, decision }: Recording, baseline: BaselineInput) {
  return (
    isSame({ reason, decision }, { reason: baseline.reason, decision: baseline.decision ?? null }) &&
    isSame(await membersOf(trx, id), baseline.procedureCodes)
  );
}

const inputOf = (row: Schema['baseline_proposal']): BaselineInput => ({
  programme: row.programme,
  date: row.date as LegalDate,
  reason: row.reason,
  ...(row.decision && { decision: row.decision }),
  procedureCodes: row.procedure_codes,
});
