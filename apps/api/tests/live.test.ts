import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.stop());

interface Heard {
  readonly id: string;
  readonly subject: string;
  readonly type: string;
  readonly actorId: string;
}

/** What a player hears until `enough` says so. */
async function listen(
  player: Player,
  lastEventId: string | undefined,
  enough: (heard: readonly Heard[]) => boolean,
): Promise<Heard[]> {
  const stop = new AbortController();
  const input = encodeURIComponent(JSON.stringify(lastEventId === undefined ? {} : { lastEventId }));
  const response = await fetch(`${world.url}/trpc/live.changes?input=${input}`, {
    headers: { authorization: `Bearer ${await world.token(player)}` },
    signal: stop.signal,
  });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let text = '';
  while (!enough(heard)) {
    const part = await reader?.read();
    if (!part || part.done) throw new Error(`the stream ended: ${text}`);
    text += part.value;
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: (.+)$/m.exec(block)?.[1];
      const id = /^id: (.+)$/m.exec(block)?.[1];
      if (data !== undefined && id !== undefined) heard.push({ id, ...JSON.parse(data) });
    }
  }
  stop.abort();
  return heard;
}

const startPlan = async (player: Player, leadAgency: string) => {
  const answer = await world.call(player, 'POST', '/plans', {
    programme: world.programme,
    year: 2026,
    leadAgency,
    name: 'Phương án',
  });
  expect(answer.status).toBe(201);
  return answer.body.code as string;
};

test('a change is heard within a second of its decision, ids only', async () => {
  const code = await startPlan('lan', world.home);
  const comment = { commandId: randomUUID(), expectedVersion: 1, type: 'comment', text: 'bí mật' };
  const heard = listen('duc', undefined, (all) => all.some(({ subject }) => subject === `plan/${code}`));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const since = Date.now();
  await world.call('lan', 'POST', `/plans/${code}/commands`, comment);
  const last = (await heard).at(-1);
  expect(Date.now() - since).toBeLessThan(1_500);
  expect(last).toEqual({
    id: expect.any(String),
    subject: `plan/${code}`,
    type: 'commented',
    actorId: 'lan',
  });
});

test('whoever was away hears what they missed, once and in order', async () => {
  const first = await startPlan('lan', world.home);
  const before = await listen('lan', '0', (all) => all.some(({ subject }) => subject === `plan/${first}`));
  const codes = [await startPlan('lan', world.home), await startPlan('lan', world.home)];
  const missed = await listen('lan', before.at(-1)?.id, (all) => all.length >= 2);
  expect(missed.map(({ subject }) => subject)).toEqual(codes.map((code) => `plan/${code}`));
});

test('a plan one may not see is not heard of', async () => {
  const hidden = await startPlan('lan', world.home);
  const own = await startPlan('stranger', world.elsewhere);
  const heard = await listen('stranger', '0', (all) => all.some(({ subject }) => subject === `plan/${own}`));
  expect(heard.map(({ subject }) => subject)).not.toContain(`plan/${hidden}`);
});

test('the feed is heard again after its connection was lost', async () => {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'tinhgon-api-feed' and datname = current_database()`.execute(world.database.db);
  const heard = listen('lan', undefined, (all) => all.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const code = await startPlan('lan', world.home);
  expect((await heard)[0]?.subject).toBe(`plan/${code}`);
});
