import { randomUUID } from 'node:crypto';
import { keepDueReminders } from '@tinhgon/database/reminders/keep-due-reminders';
import { VIETNAM_CALENDAR } from '@tinhgon/rules/calendar-vietnam';
import { addDays, dayOf } from '@tinhgon/rules/day';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerOf, openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

const now = () => new Date().toISOString();
const look = () =>
  keepDueReminders(world.database.db, now(), { calendar: VIETNAM_CALENDAR, withMail: false });

/** A plan whose review is weeks late. */
async function latePlan(name = 'Phương án trễ hạn'): Promise<string> {
  const answer = await world.call('lan', 'POST', '/plans', {
    programme: world.programme,
    year: 2026,
    leadAgency: world.home,
    name,
    reviewOn: addDays(dayOf(now()), -30),
  });
  expect(answer.status).toBe(201);
  return answer.body.code;
}

const told = async (player: Player, query = '') =>
  (await world.call(player, 'GET', `/notifications${query}`)).body;

describe('what a person was told', () => {
  test('is about what waits for them or those they lead, and nobody else hears of it', async () => {
    const code = await latePlan();
    await look();
    await look();
    const { items, total, unread } = await told('lan');
    expect({ total, unread }).toEqual({ total: 1, unread: 1 });
    expect(items[0]).toMatchObject({
      kind: 'overdue',
      subject: 'plan',
      code,
      title: 'Phương án trễ hạn',
      step: 'review',
      current: true,
      readAt: null,
      holder: null,
    });
    expect(items[0].daysLate).toBeGreaterThan(15);
    expect((await told('minh')).items).toMatchObject([{ kind: 'escalated', code }]);
    const { body: escalated } = await answerOf(
      await fetch(
        `${world.url}/trpc/notifications.escalations?input=${encodeURIComponent(JSON.stringify({ subject: 'plan', code }))}`,
        { headers: { authorization: `Bearer ${await world.token('auditor')}` } },
      ),
    );
    expect(escalated.result.data).toEqual([
      { step: 'review', to: [{ id: 'minh', name: 'Người minh' }], at: expect.any(String) },
    ]);
    for (const player of ['duc', 'stranger', 'office', 'admin', 'auditor'] as const)
      expect((await told(player)).items).toEqual([]);
  });

  test('can be read, and unread again, by themselves alone', async () => {
    const [{ id }] = (await told('lan')).items;
    expect((await world.call('minh', 'POST', '/notifications/read', { ids: [id] })).body).toEqual({
      ids: [],
    });
    expect((await world.call('lan', 'POST', '/notifications/read', { ids: [id] })).body).toEqual({
      ids: [id],
    });
    expect((await world.call('lan', 'POST', '/notifications/read', { ids: [id] })).body).toEqual({ ids: [] });
    expect(await told('lan', '?view=unread')).toMatchObject({ items: [], total: 0, unread: 0 });
    const undone = await world.call('lan', 'POST', '/notifications/read', { ids: [id], read: false });
    expect(undone.body).toEqual({ ids: [id] });
    expect((await told('lan', '?view=unread')).items).toHaveLength(1);
    expect((await world.call('lan', 'POST', '/notifications/read', { upTo: id })).body).toEqual({
      ids: [id],
    });
  });

  test('comes page by page, and stands back once it is done', async () => {
    const code = await latePlan('Phương án thứ hai');
    await look();
    const first = await told('lan', '?limit=1');
    const second = await told('lan', `?limit=1&cursor=${first.nextCursor}`);
    expect([first.items[0].code, second.nextCursor, second.items.length]).toEqual([code, null, 1]);
    const withdrawn = { commandId: randomUUID(), expectedVersion: 1, type: 'withdraw', reason: 'Thử' };
    expect((await world.call('lan', 'POST', `/plans/${code}/commands`, withdrawn)).status).toBe(200);
    const { items, unread } = await told('lan');
    expect(items[0]).toMatchObject({ code, current: false, readAt: null, daysLate: 0 });
    expect(unread).toBe(0);
  });

  test('reaches whoever stands in for them', async () => {
    const code = await latePlan('Phương án của người đi vắng');
    const today = dayOf(now());
    const given = {
      personId: 'minh',
      substituteId: 'phap',
      form: 'KT',
      from: today,
      to: today,
      reason: 'Công tác',
    };
    expect((await world.call('minh', 'POST', '/delegations', given)).status).toBe(201);
    await look();
    const { items } = await told('phap');
    expect(items).toContainEqual(expect.objectContaining({ kind: 'escalated', code }));
  });

  test('is no more when its plan is no longer theirs to see', async () => {
    const { db } = world.database;
    await db
      .updateTable('notification')
      .set({ person_id: 'stranger' })
      .where('person_id', '=', 'minh')
      .execute();
    expect(await told('stranger')).toMatchObject({ items: [], total: 0, unread: 0 });
  });

  test.each([
    ['an id that is none', { ids: ['x'] }, 'ids.0'],
    ['nothing', {}, undefined],
    ['both', { ids: ['1'], upTo: '1' }, undefined],
  ])('refuses %s', async (_what, body, field) => {
    const answer = await world.call('lan', 'POST', '/notifications/read', body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.code).toBe('INVALID_INPUT');
    if (field !== undefined) expect(answer.body.error.field).toBe(field);
  });

  test('is heard of at once', async () => {
    const stop = new AbortController();
    const response = await fetch(`${world.url}/trpc/live.changes?input=%7B%7D`, {
      headers: { authorization: `Bearer ${await world.token('lan')}` },
      signal: stop.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await latePlan('Phương án thứ ba');
    await look();
    let text = '';
    while (!text.includes('"reminded"')) {
      const part = await reader?.read();
      if (!part || part.done) throw new Error(`the stream ended: ${text}`);
      text += part.value;
    }
    stop.abort();
    expect(text).toContain('{"subject":"notification","type":"reminded","actorId":"system"}');
  });
});

describe('how a person wants to be told', () => {
  test('is theirs to say, part by part', async () => {
    const before = await world.call('duc', 'GET', '/me/preferences');
    expect(before.body).toEqual({
      language: 'vi',
      mail: 'digest',
      address: null,
      sendsMail: false,
      calendarSince: null,
    });
    const single = await world.call('duc', 'POST', '/me/preferences', { mail: 'single' });
    expect(single.body).toMatchObject({ language: 'vi', mail: 'single' });
    const english = await world.call('duc', 'POST', '/me/preferences', { language: 'en' });
    expect(english.body).toMatchObject({ language: 'en', mail: 'single' });
    expect((await world.call('lan', 'GET', '/me/preferences')).body.mail).toBe('digest');
    const wrong = await world.call('duc', 'POST', '/me/preferences', { mail: 'hourly' });
    expect(wrong.body.error).toMatchObject({ code: 'INVALID_INPUT', field: 'mail' });
  });
});
