import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  keyRingOf,
  newKeyFile,
  openKeyRing,
  type PrivateHalf,
  readKeyFile,
  rotated,
} from '@tinhgon/commands/receipts/key-ring';
import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import { tellKeys } from '@tinhgon/commands/receipts/trust-keys';
import { actorFor } from '@tinhgon/database';
import type { Actor } from '@tinhgon/rules/actor';
import type { Rejection } from '@tinhgon/rules/errors';
import { keyIdIn } from '@tinhgon/rules/receipt/jws';
import type { Receipt } from '@tinhgon/rules/receipt/statement';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { carryOut, give, read, startDocument, startPlan, today } from './acting.ts';
import { openWorld, type World } from './world.ts';

let world: World;
let path: string;
let subject: string;
let duc: Actor;
beforeAll(async () => {
  world = await openWorld();
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  path = `/plans/${body.code}`;
  subject = `plan/${body.code}`;
  await carryOut(world, path, [['lan', { type: 'submit' }]]);
  duc = (await actorFor(world.app.db, { personId: 'duc' }, today())) as Actor;
});
afterAll(() => world?.stop());

type Sent = {
  readonly type: string;
  readonly commandId: string;
  readonly actor: Actor;
  readonly receipt?: Receipt;
} & Readonly<Record<string, unknown>>;

/** Sends an Update as somebody with access to Temporal can: whatever they like, to any workflow. */
async function straight(command: Sent, to = subject): Promise<Rejection> {
  try {
    await world.app.temporal.workflow
      .getHandle(to)
      .executeUpdate(command.type, { args: [command], updateId: command.commandId });
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : undefined;
    if (cause instanceof ApplicationFailure) return cause.details?.[0] as Rejection;
    throw error;
  }
  throw new Error('it was taken for a decision');
}

/** What the person could decide now, as the API would stamp it. */
async function approval(): Promise<Sent> {
  const { version, contentHash } = await read(world, 'office', path);
  return { type: 'approve', commandId: randomUUID(), expectedVersion: version, contentHash, actor: duc };
}

const signedIn = { how: 'session', provider: 'https://login.example.gov.vn' } as const;

describe('an Update sent straight to Temporal is nobody’s decision', () => {
  it('is refused without a receipt or with another’s, and leaves no trace', async () => {
    const ring = openKeyRing(world.receiptKeysFile);
    const stranger = keyRingOf(newKeyFile(new Date().toISOString()));
    const before = await read(world, 'office', path);
    const command = await approval();
    const signed = signCommand(ring, subject, command, signedIn);
    const elsewhere = signCommand(ring, 'plan/khac', command, signedIn);
    const comment = {
      type: 'comment',
      commandId: randomUUID(),
      expectedVersion: 0,
      text: 'đã xem',
      actor: duc,
    };
    const ofComment = signCommand(ring, subject, comment, signedIn).receipt as Receipt;
    const late = new Date(Date.now() - 20 * 60_000).toISOString();
    const old = { ...(signed.receipt as Receipt).statement, at: late };

    const answers = {
      none: await straight(command),
      wrongKey: await straight(signCommand(stranger, subject, command, signedIn)),
      ofAnotherCommand: await straight({ ...command, receipt: ofComment }),
      ofAnotherSubject: await straight(elsewhere),
      replayed: await straight({ ...signed, commandId: randomUUID() }),
      otherPerson: await straight({ ...signed, actor: { ...duc, id: 'minh' } }),
      moreRights: await straight({ ...signed, actor: { ...duc, roles: ['administrator'] } }),
      keptBack: await straight({ ...command, receipt: { statement: old, jws: ring.sign('receipt', old) } }),
    };
    const flaw = (name: string) => ({ code: 'RECEIPT_INVALID', details: { flaw: name } });
    expect(answers).toMatchObject({
      none: { code: 'RECEIPT_MISSING' },
      wrongKey: { code: 'RECEIPT_KEY_UNKNOWN' },
      ofAnotherCommand: flaw('commandId'),
      ofAnotherSubject: flaw('subject'),
      replayed: flaw('commandId'),
      otherPerson: flaw('person'),
      moreRights: flaw('command'),
      keptBack: flaw('tooOld'),
    });
    const after = await read(world, 'office', path);
    expect({ version: after.version, history: after.history.length }).toEqual({
      version: before.version,
      history: before.history.length,
    });
  });

  it('is refused by documents as by plans', async () => {
    const document = await startDocument(world);
    const command = {
      type: 'withdraw',
      commandId: randomUUID(),
      expectedVersion: 1,
      reason: 'giả',
      actor: duc,
    };
    const answer = await straight(command, document.replace('/documents', 'document'));
    expect(answer).toEqual({ code: 'RECEIPT_MISSING' });
  });

  it('does not teach a workflow keys of its own', async () => {
    const theirs = keyRingOf(newKeyFile(new Date().toISOString())).keySet;
    const told = world.app.temporal.workflow
      .getHandle(subject)
      .executeUpdate('trustKeys', { args: [theirs] });
    await expect(told).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
  });

  it('is refused by a workflow that began without keys, once that was told of them', async () => {
    const { workflow } = world.app.temporal;
    const handle = workflow.getHandle(subject);
    const { state } = (await handle.query('state')) as { state: Record<string, unknown> };
    const code = `CU-${randomUUID().slice(0, 8)}`;
    await workflow.start('plan', {
      workflowId: `plan/${code}`,
      taskQueue: world.taskQueue,
      args: [
        { deployment: { locale: 'vi', publicUrl: world.url }, from: { state: { ...state, code }, epoch: 1 } },
      ],
    });
    await tellKeys(world.app.temporal, `plan/${code}`, openKeyRing(world.receiptKeysFile).keySet);
    const comment = { type: 'comment', commandId: randomUUID(), expectedVersion: 0, text: 'giả', actor: duc };
    expect(await straight(comment, `plan/${code}`)).toEqual({ code: 'RECEIPT_MISSING' });
    await workflow.getHandle(`plan/${code}`).terminate();
  });

  it('is refused as a start too, with its reason', async () => {
    const { workflow } = world.app.temporal;
    const code = `KHONG-${randomUUID().slice(0, 8)}`;
    const begin = { code, commandId: randomUUID(), actor: duc };
    const receipts = openKeyRing(world.receiptKeysFile).keySet;
    const start = new WithStartWorkflowOperation('plan', {
      workflowId: `plan/${code}`,
      taskQueue: world.taskQueue,
      workflowIdConflictPolicy: 'FAIL',
      args: [{ deployment: { locale: 'vi', publicUrl: world.url, receipts }, begin }],
    });
    const asked = workflow.executeUpdateWithStart('begin', {
      args: [{ commandId: begin.commandId, fingerprint: 'a'.repeat(64) }],
      startWorkflowOperation: start,
    });
    await expect(asked).rejects.toMatchObject({ cause: { details: [{ code: 'RECEIPT_MISSING' }] } });
  });

  it('keeps out of the record what a workflow with forged keys decided', async () => {
    const stranger = keyRingOf(newKeyFile(new Date().toISOString()));
    const { workflow } = world.app.temporal;
    const code = `GIA-${randomUUID().slice(0, 8)}`;
    const { state } = (await workflow.getHandle(subject).query('state')) as {
      state: Record<string, unknown>;
    };
    const forged = { ...state, code, seq: 0, version: 0 };
    await workflow.start('plan', {
      workflowId: `plan/${code}`,
      taskQueue: world.taskQueue,
      args: [
        {
          deployment: { locale: 'vi', publicUrl: world.url, receipts: stranger.keySet },
          from: { state: forged, epoch: 1 },
        },
      ],
    });
    const comment = {
      type: 'comment',
      commandId: randomUUID(),
      expectedVersion: 0,
      text: 'đã duyệt',
      actor: duc,
    };
    const handle = workflow.getHandle(`plan/${code}`);
    const outcome = await handle.executeUpdate('comment', {
      args: [signCommand(stranger, `plan/${code}`, comment, signedIn)],
    });
    expect(outcome).toMatchObject({ projected: false });
    const events = await world.app.db
      .selectFrom('event')
      .select('seq')
      .where('subject', '=', `plan/${code}`)
      .execute();
    expect(events).toEqual([]);
    await handle.terminate();
  });
});

describe('a decision made in the app', () => {
  it('is on record with its receipt, which says how the person signed in', async () => {
    await carryOut(world, path, [['duc', { type: 'approve', note: 'Đủ hồ sơ' }]]);
    const event = await world.app.db
      .selectFrom('current_event')
      .selectAll()
      .where('subject', '=', subject)
      .where('type', '=', 'approved')
      .executeTakeFirstOrThrow();
    const { statement } = event.payload['receipt'] as Receipt;
    expect(statement).toMatchObject({
      subject,
      type: 'approve',
      by: { id: 'duc' },
      says: { note: 'Đủ hồ sơ' },
      signedIn: { how: 'token', provider: world.identity.issuer },
      fingerprint: event.payload['fingerprint'],
    });
    expect(statement.commandId).toBe(event.command_id);
  });

  it('is signed for people by the operation they began', async () => {
    const document = await startDocument(world);
    const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[1] }], document);
    await carryOut(world, `/plans/${body.code}`, [['lan', { type: 'submit' }]]);
    const { version, contentHash } = await read(world, 'office', `/plans/${body.code}`);
    const commandId = randomUUID();
    const begun = await world.call('duc', 'POST', '/operations', {
      commandId,
      action: { type: 'approve' },
      items: [{ kind: 'plan', code: body.code, expectedVersion: version, contentHash }],
    });
    expect(begun.status, JSON.stringify(begun.body)).toBe(200);
    const receiptOf = async () => {
      const event = await world.app.db
        .selectFrom('current_event')
        .select('payload')
        .where('subject', '=', `plan/${body.code}`)
        .where('type', '=', 'approved')
        .executeTakeFirst();
      return (event?.payload['receipt'] as Receipt | undefined)?.statement;
    };
    await expect.poll(receiptOf, { timeout: 20_000 }).toMatchObject({
      by: { id: 'duc' },
      signedIn: { how: 'operation', operation: commandId },
    });
  });
});

describe('a change of keys', () => {
  it('reaches an open workflow with the next decision', async () => {
    const file = readKeyFile(world.receiptKeysFile);
    const next = rotated(file, file.root as PrivateHalf, new Date().toISOString());
    writeFileSync(world.receiptKeysFile, JSON.stringify(next));
    const [before, after] = next.keySet.set.keys.map(({ kid }) => kid);
    const comment = { type: 'comment', text: 'Sau khi đổi khóa' };
    const kidOf = async () => {
      // A worker that has not read the new file yet writes it a moment later.
      await give(world, 'lan', path, comment);
      const event = await world.app.db
        .selectFrom('current_event')
        .select('payload')
        .where('subject', '=', subject)
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow();
      return keyIdIn((event.payload['receipt'] as Receipt).jws, 'receipt');
    };
    expect(before).not.toBe(after);
    await expect.poll(kidOf, { timeout: 15_000 }).toBe(after);
  });

  it('in the middle of a request lets it begin what it was to begin', async () => {
    const file = readKeyFile(world.receiptKeysFile);
    const { db } = world.app;
    const begun = await db.transaction().execute(async (holding) => {
      // The request waits here, known and not yet signed.
      await sql`lock table content in access exclusive mode`.execute(holding);
      const asked = startDocument(world);
      const waiting = sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`;
      await expect.poll(async () => (await waiting.execute(holding)).rows[0]?.n).toBeGreaterThan(0);
      const next = rotated(file, file.root as PrivateHalf, new Date().toISOString());
      writeFileSync(world.receiptKeysFile, JSON.stringify(next));
      await sleep(1_100);
      return { asked };
    });
    expect(await begun.asked).toMatch(/^\/documents\//);
  });

  it('loses no decision that was acknowledged under a key whose day was over', async () => {
    const file = readKeyFile(world.receiptKeysFile);
    const forgotten = keyRingOf(file);
    await tellKeys(world.app.temporal, subject, forgotten.keySet);
    const overADayAgo = new Date(Date.now() - 24 * 3_600_000 - 1_000).toISOString();
    const next = rotated(file, file.root as PrivateHalf, overADayAgo);
    writeFileSync(world.receiptKeysFile, JSON.stringify(next));
    // Until the worker looks at the file again.
    await sleep(1_500);
    const comment = {
      type: 'comment',
      commandId: randomUUID(),
      expectedVersion: 0,
      text: 'muộn',
      actor: duc,
    };
    await world.app.temporal.workflow
      .getHandle(subject)
      .executeUpdate('comment', { args: [signCommand(forgotten, subject, comment, signedIn)] });
    const recorded = () =>
      world.app.db
        .selectFrom('current_event')
        .select('type')
        .where('subject', '=', subject)
        .where('command_id', '=', comment.commandId)
        .execute();
    await expect.poll(recorded, { timeout: 15_000 }).toEqual([{ type: 'commented' }]);
  });

  it('is taken from an API whose clock is behind the beginning of its key', async () => {
    const file = readKeyFile(world.receiptKeysFile);
    const inAMinute = new Date(Date.now() + 60_000).toISOString();
    const next = rotated(file, file.root as PrivateHalf, inAMinute);
    writeFileSync(world.receiptKeysFile, JSON.stringify(next));
    // Until API and worker look at the file again.
    await sleep(1_500);
    const { status, body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[1] }]);
    expect({ status, body }).toMatchObject({ status: 201 });
    await carryOut(world, `/plans/${body.code}`, [['lan', { type: 'comment', text: 'đã ghi' }]]);
  });
});
