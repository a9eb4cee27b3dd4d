import { randomUUID } from 'node:crypto';
import { addDays, dayOf } from '@tinhgon/rules/day';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerOf, openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

async function mutate(player: Player, path: string) {
  const answer = await fetch(`${world.url}/trpc/${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await world.token(player)}`, 'content-type': 'application/json' },
    body: '{}',
  });
  return (await answerOf(answer)).body.result.data;
}

const today = dayOf(new Date().toISOString());
async function plan(reviewOn: string, name = 'Đơn giản hóa; hộ tịch, cư trú'): Promise<string> {
  const about = { programme: world.programme, year: 2026, leadAgency: world.home };
  const answer = await world.call('lan', 'POST', '/plans', { ...about, name, reviewOn });
  expect(answer.status).toBe(201);
  return answer.body.code;
}

/** Calendar programs bring no sign-in. */
const fetched = async (url: string) => answerOf(await fetch(url));

async function eventsAt(url: string) {
  const { status, headers, body } = await fetched(url);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const calendar = new ICAL.Component(ICAL.parse(body));
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

test('shows the deadlines of its owner, as whole days, to whoever has the address', async () => {
  const code = await plan(addDays(today, 20));
  await world.call('lan', 'POST', '/me/preferences', { language: 'en' });
  const { url } = await mutate('lan', 'me.renewCalendar');
  const [event, ...more] = await eventsAt(url);
  expect(more).toEqual([]);
  expect(event?.summary).toBe('Review and cost: Đơn giản hóa; hộ tịch, cư trú');
  expect([event?.startDate.isDate, event?.startDate.toString(), event?.endDate.toString()]).toEqual([
    true,
    addDays(today, 20),
    addDays(today, 21),
  ]);
  expect(event?.component.getFirstPropertyValue('url')).toBe(
    `${world.url}/inbox?item=plan%2F${code}%2Freview`,
  );

  const moved = {
    commandId: randomUUID(),
    expectedVersion: 1,
    type: 'saveContent',
    content: { name: 'Đơn giản hóa; hộ tịch, cư trú', reviewOn: addDays(today, 25), measures: [] },
  };
  expect((await world.call('lan', 'POST', `/plans/${code}/commands`, moved)).body).toMatchObject({
    version: 2,
  });
  const [later] = await eventsAt(url);
  expect(later?.uid).toBe(event?.uid);
  expect(later?.startDate.toString()).toBe(addDays(today, 25));
  expect(later?.sequence).toBeGreaterThan(event?.sequence ?? 0);

  await world.call('lan', 'POST', `/plans/${code}/commands`, {
    commandId: randomUUID(),
    expectedVersion: 2,
    type: 'withdraw',
    reason: 'Thử',
  });
  expect(await eventsAt(url)).toEqual([]);
});

test('holds what a person may act on, and nothing else', async () => {
  await plan(addDays(today, 10));
  const { url: stranger } = await mutate('stranger', 'me.renewCalendar');
  const { url: control } = await mutate('duc', 'me.renewCalendar');
  const { url: colleague } = await mutate('hoa', 'me.renewCalendar');
  expect(await eventsAt(stranger)).toEqual([]);
  expect(await eventsAt(control)).toEqual([]);
  expect(await eventsAt(colleague)).toHaveLength(1);
});

test('leads nowhere once it is renewed or taken back, and to nobody who guesses', async () => {
  const { url: first } = await mutate('lan', 'me.renewCalendar');
  const { url: second } = await mutate('lan', 'me.renewCalendar');
  expect((await fetched(first)).status).toBe(404);
  expect((await fetched(second)).status).toBe(200);
  expect((await world.call('lan', 'GET', '/me/preferences')).body.calendarSince).toEqual(expect.any(String));
  await mutate('lan', 'me.revokeCalendar');
  expect((await fetched(second)).status).toBe(404);
  expect((await world.call('lan', 'GET', '/me/preferences')).body.calendarSince).toBeNull();
  for (const name of ['x.ics', `${'A'.repeat(43)}.ics`, `${'A'.repeat(43)}`, '.ics', '%00.ics'])
    expect((await fetched(`${world.url}/calendar/${name}`)).status).toBe(404);
  const { rows } = await world.database.db
    .selectFrom('calendar_feed')
    .selectAll()
    .execute()
    .then((all) => ({ rows: JSON.stringify(all) }));
  expect(rows).not.toContain(second.split('/').at(-1)?.replace('.ics', ''));
});

test('ends with its owner', async () => {
  const { url } = await mutate('hoa', 'me.renewCalendar');
  await world.database.db.updateTable('person').set({ active: false }).where('id', '=', 'hoa').execute();
  expect((await fetched(url)).status).toBe(404);
});
