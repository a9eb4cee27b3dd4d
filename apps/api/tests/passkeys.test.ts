import { randomUUID } from 'node:crypto';
import { isConfirmationSound } from '@tinhgon/database/record/verify-confirmation';
import { challengeBytes, challengeOf } from '@tinhgon/rules/receipt/confirmation';
import type { Statement } from '@tinhgon/rules/receipt/statement';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { carryOut, read, startDocument, startPlan, trpc } from './acting.ts';
import { newAuthenticator } from './software-authenticator.ts';
import { wrongsOnRecord } from './sound.ts';
import { openWorld, type Player, type World } from './world.ts';

/** Browsers take passkeys for a name, and not for the 127.0.0.1 the API of a test listens on. */
const ORIGIN = 'http://localhost:8080';
type Authenticator = ReturnType<typeof newAuthenticator>;

let world: World;
let code: string;
let key: Authenticator;
beforeAll(async () => {
  world = await openWorld({ environment: { PUBLIC_URL: ORIGIN } });
});
afterAll(() => world?.stop());

beforeEach(async () => {
  const document = await startDocument(world);
  const { body } = await startPlan(world, 'lan', [{ procedureCode: world.procedures[0] }], document);
  code = body.code;
  await carryOut(world, `/plans/${code}`, [['lan', { type: 'submit' }]]);
  await trpc(world, 'admin', 'catalogue.removePasskeys', { personId: 'duc' });
  key = newAuthenticator(ORIGIN);
});

async function add(player: Player, made: Authenticator, name = 'Máy cơ quan', proof?: object) {
  const { data } = await trpc(world, player, 'me.beginPasskey', {});
  return await trpc(world, player, 'me.addPasskey', { name, made: made.make(data.challenge), ...proof });
}
const proofBy = async (player: Player, by: Authenticator) => {
  const { data } = await trpc(world, player, 'me.challengePasskey', {});
  return { proof: by.answer(data.challenge) };
};

async function approval(note = 'Đồng ý') {
  const { version, contentHash } = await read(world, 'office', `/plans/${code}`);
  const commandId = randomUUID();
  return { type: 'approve', commandId, expectedVersion: version, contentHash, note } as const;
}
const decide = (player: Player, command: object, confirmation?: object) =>
  trpc(world, player, 'plans.command', { code, command, confirmation });
const challengeFor = (command: { type: string; commandId: string }, player = 'duc') =>
  challengeBytes(challengeOf(`plan/${code}`, player, command));
const historyOf = async () => (await read(world, 'office', `/plans/${code}`)).history;

describe('a person who has a passkey', () => {
  it('decides with it alone: no session, token or list of many is enough', async () => {
    expect((await add('duc', key)).data).toMatchObject({
      confirms: true,
      passkeys: [{ name: 'Máy cơ quan' }],
    });
    const command = await approval();
    expect((await decide('duc', command)).rejection).toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    const door = await world.call('duc', 'POST', `/plans/${code}/commands`, command);
    expect(door).toMatchObject({ status: 403, body: { error: { code: 'CONFIRMATION_REQUIRED' } } });
    const item = {
      kind: 'plan',
      code,
      expectedVersion: command.expectedVersion,
      contentHash: command.contentHash,
    };
    const many = { commandId: randomUUID(), action: { type: 'approve' }, items: [item] };
    expect((await trpc(world, 'duc', 'operations.startBulk', many)).rejection).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
    });
    expect(
      (
        await decide('duc', {
          ...command,
          type: 'comment',
          text: 'đã xem',
          contentHash: undefined,
          note: undefined,
        })
      ).rejection,
    ).toBeUndefined();
    expect((await decide('duc', await approval(), undefined)).rejection).toMatchObject({
      code: 'CONFIRMATION_REQUIRED',
    });

    const asked = await approval();
    const answer = await decide('duc', asked, key.answer(challengeFor(asked)));
    expect(answer.data, JSON.stringify(answer.rejection)).toMatchObject({ projected: true });
    // The same again is the same decision.
    expect((await decide('duc', asked, key.answer(challengeFor(asked)))).data).toMatchObject(answer.data);
    expect(await historyOf()).toContainEqual(
      expect.objectContaining({ type: 'approved', knownBy: 'passkey' }),
    );
    expect(await historyOf()).toContainEqual(
      expect.objectContaining({ type: 'submitted', knownBy: 'token' }),
    );
  });

  it('confirms many at once by one answer to the list', async () => {
    await add('duc', key);
    const { expectedVersion, contentHash } = await approval();
    const item = { kind: 'plan', code, expectedVersion, contentHash };
    const many = { commandId: randomUUID(), action: { type: 'approve' }, items: [item] } as const;
    const challenge = (list: object) =>
      challengeBytes(
        challengeOf(`operation/${many.commandId}`, 'duc', { ...many, ...list, type: 'approve' }),
      );
    const other = key.answer(challenge({ items: [{ ...item, expectedVersion: 0 }] }));
    expect(
      (await trpc(world, 'duc', 'operations.startBulk', { ...many, confirmation: other })).rejection,
    ).toMatchObject({ code: 'CONFIRMATION_INVALID' });
    const confirmation = key.answer(challenge({}));
    const begun = await trpc(world, 'duc', 'operations.startBulk', { ...many, confirmation });
    expect(begun.data).toEqual({ id: many.commandId });
    await expect
      .poll(historyOf, { timeout: 20_000 })
      .toContainEqual(expect.objectContaining({ type: 'approved', knownBy: 'operation' }));
  });

  it('is not taken to confirm what the passkey did not see, or another’s passkey', async () => {
    await add('duc', key);
    const command = await approval();
    const other = newAuthenticator(ORIGIN);
    await add('hoa', other);
    const elsewhere = newAuthenticator('http://localhost.example.com');
    const refused = {
      'another note': key.answer(challengeFor({ ...command, note: 'Không' } as never)),
      'another command': key.answer(challengeFor({ ...command, commandId: randomUUID() })),
      'another person': key.answer(challengeFor(command, 'hoa')),
      'an owner not looked at': key.answer(challengeFor(command), false),
      'a passkey of hoa': other.answer(challengeFor(command)),
      'a signature of another key': { ...other.answer(challengeFor(command)), id: key.id },
      'another site': { ...elsewhere.answer(challengeFor(command)), id: key.id },
    };
    for (const [what, confirmation] of Object.entries(refused)) {
      const { rejection } = await decide('duc', command, confirmation);
      expect(rejection, what).toMatchObject({ code: 'CONFIRMATION_INVALID', field: 'confirmation' });
    }
    expect((await read(world, 'office', `/plans/${code}`)).version).toBe(command.expectedVersion);
    await trpc(world, 'admin', 'catalogue.removePasskeys', { personId: 'hoa' });
  });

  it('changes passkeys with one of them, and each answer is good once', async () => {
    await add('duc', key);
    const second = newAuthenticator(ORIGIN);
    expect((await add('duc', second)).rejection).toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    expect((await add('duc', second, 'Điện thoại', await proofBy('duc', second))).rejection).toMatchObject({
      code: 'CONFIRMATION_INVALID',
    });
    const proof = await proofBy('duc', key);
    expect((await add('duc', second, 'Điện thoại', proof)).data.passkeys).toHaveLength(2);
    expect((await add('duc', newAuthenticator(ORIGIN), 'Khác', proof)).rejection).toMatchObject({
      code: 'CONFIRMATION_INVALID',
    });
    const off = await trpc(world, 'duc', 'me.setConfirms', { confirms: false });
    expect(off.rejection).toMatchObject({ code: 'CONFIRMATION_REQUIRED' });
    const shown = { confirms: false, ...(await proofBy('duc', second)) };
    expect((await trpc(world, 'duc', 'me.setConfirms', shown)).data).toMatchObject({ confirms: false });
    expect((await decide('duc', await approval())).data).toMatchObject({ projected: true });
  });

  it('was brought within ten minutes of a sign-in', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 11 * 60_000 });
    try {
      const { rejection } = await trpc(world, 'duc', 'me.beginPasskey', {});
      expect(rejection).toMatchObject({ code: 'SIGN_IN_AGAIN' });
      const made = key.make('AA');
      const straight = await trpc(world, 'duc', 'me.addPasskey', { name: 'Khác', made });
      expect(straight.rejection).toMatchObject({ code: 'SIGN_IN_AGAIN' });
    } finally {
      vi.useRealTimers();
    }
    expect((await add('duc', key)).data.passkeys).toHaveLength(1);
  });

  it('who loses the device asks an administrator, and sees who removed the passkey', async () => {
    await add('duc', key);
    for (const player of ['office', 'hoa', 'auditor'] as const) {
      const { rejection } = await trpc(world, player, 'catalogue.removePasskeys', { personId: 'duc' });
      expect(rejection, player).toMatchObject({ code: 'FORBIDDEN' });
    }
    await trpc(world, 'admin', 'catalogue.removePasskeys', { personId: 'duc' });
    const { data } = await trpc(world, 'duc', 'me.passkeys', {}, 'GET');
    expect(data).toMatchObject({ confirms: false, passkeys: [] });
    expect(data.removed).toContainEqual(expect.objectContaining({ id: key.id, by: 'Người admin' }));
    expect((await decide('duc', await approval())).data).toMatchObject({ projected: true });
    // Nobody makes it theirs again under another name.
    expect((await add('duc', key)).rejection).toMatchObject({ code: 'PASSKEY_KNOWN' });
  });
});

it('leaves a proof in the record that anybody can check without this system', async () => {
  await add('duc', key);
  const command = await approval();
  await decide('duc', command, key.answer(challengeFor(command)));
  expect(await wrongsOnRecord(world)).toEqual([]);
  const { body } = await world.call('office', 'GET', `/audit/plan/${code}`);
  const statements: Statement[] = body.chains
    .flatMap(({ events }: { events: { payload: { receipt?: { statement: Statement } } }[] }) => events)
    .flatMap(
      ({ payload }: { payload: { receipt?: { statement: Statement } } }) => payload.receipt?.statement ?? [],
    );
  const statement = statements.find(({ confirmed }) => confirmed);
  if (!statement?.confirmed) throw new Error('nothing was confirmed');
  expect(isConfirmationSound(statement)).toBe(true);
  const { confirmed } = statement;
  const changed: Record<string, Statement> = {
    note: { ...statement, says: { ...statement.says, note: 'Không đồng ý' } },
    person: { ...statement, by: { ...statement.by, id: 'hoa' } },
    subject: { ...statement, subject: 'plan/khac' },
    signature: { ...statement, confirmed: { ...confirmed, signature: confirmed.authenticatorData } },
    key: {
      ...statement,
      confirmed: { ...confirmed, publicKey: { ...confirmed.publicKey, x: confirmed.publicKey['y'] ?? '' } },
    },
  };
  for (const [what, one] of Object.entries(changed)) expect(isConfirmationSound(one), what).toBe(false);
});
