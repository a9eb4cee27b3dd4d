import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { expect, test } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { sharedStack } from '../src/running-stack.ts';

/** Files of a folder and of those in it. */
function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Everything in the secrets of an installation that must stay there: of key files the private halves. */
function secretsIn(dataDir: string): readonly string[] {
  return filesIn(join(dataDir, 'secrets')).flatMap((file) => {
    const text = readFileSync(file, 'utf8').trim();
    if (!file.endsWith('.json')) return [text];
    return [...text.matchAll(/"(?:d|p|q|k|key)": *"([^"]+)"/g)].map(([, secret]) => secret ?? '');
  });
}

/** Signs in as a browser does; gives every value of every cookie that was set on the way. */
async function signIn(web: string, user: string): Promise<readonly string[]> {
  const cookies = new Map<string, string>();
  const values = new Set<string>();
  const visit = async (
    url: string,
    init: { method?: string; body?: URLSearchParams } = {},
  ): Promise<{ url: string; html: string }> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
      // Short ones are choices such as a language.
      if (value.length >= 20) values.add(value);
    }
    const location = response.headers.get('location');
    return location === null
      ? { url, html: await response.text() }
      : await visit(new URL(location, url).href);
  };
  const choice = await visit(`${web}/auth/sign-in?returnTo=/healthz`);
  const action = /action="([^"]+)"/.exec(choice.html)?.[1] ?? '';
  const name = /<button[^>]*name="([^"]+)"[^>]*value="/.exec(choice.html)?.[1] ?? 'person';
  const end = await visit(new URL(action, choice.url).href, {
    method: 'POST',
    body: new URLSearchParams({ [name]: user }),
  });
  expect(JSON.parse(end.html)).toEqual({ alive: true });
  await visit(`${web}/trpc/me.get`);
  await visit(`${web}/trpc/nothing.there`);
  return [...values];
}

/** The secret of a webhook that was tried out in vain. */
async function webhookSecret(api: string, token: string): Promise<string> {
  const id = randomUUID();
  const ask = async (call: string, body: object) =>
    (
      await fetch(`${api}/trpc/webhooks.${call}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).text();
  const about = { name: 'Nhật ký', topics: ['plan.course'], agency: null, enabled: false };
  const made = await ask('add', { id, url: 'http://127.0.0.1:9/hooks', ...about });
  expect(await ask('test', { id })).toContain('ECONNREFUSED');
  await ask('remove', { id });
  return /whsec_[^"]+/.exec(made)?.[0] ?? '';
}

test('no log says a secret, whatever people do and however it fails', async () => {
  const { web, api, oidcIssuer, dataDir } = sharedStack();
  const cookies = await signIn(web, 'bca-soan-thao');
  expect(cookies.length).toBeGreaterThan(1);
  const token = await personToken({ issuer: oidcIssuer, dataDir }, 'bca-soan-thao');
  const lan = await apiAs('bca-soan-thao');
  const { code } = await lan.start('plan', {
    programme: '896',
    leadAgency: 'BCA',
    year: 2026,
    name: 'Nhật ký',
  });
  await lan.does('plan', code, { type: 'withdraw', reason: 'Thử nhật ký' });
  await expect(lan.does('plan', code, { type: 'submit' })).rejects.toThrow(/SUBJECT_CLOSED|40/);
  const calendar = await fetch(`${api}/trpc/me.renewCalendar`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  });
  const address = /\/calendar\/([\w-]{20,})/.exec(await calendar.text())?.[1] ?? '';
  expect(address).not.toBe('');
  await fetch(`${api}/calendar/${address}.ics`);
  const broken = token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  for (const authorization of [`Bearer ${broken}`, `Basic ${token}`]) {
    await fetch(`${api}/api/v1/plans/${code}`, { headers: { authorization } });
    await fetch(`${api}/trpc/plans.get?input=no-json`, {
      headers: { authorization, cookie: `x=${cookies[0]}` },
    });
  }
  const webhook = await webhookSecret(api, await personToken({ issuer: oidcIssuer, dataDir }, 'quan-tri'));
  const secrets = [...secretsIn(dataDir), ...cookies, token, address, webhook];
  expect(secrets.length).toBeGreaterThan(10);
  expect(secrets.filter((secret) => secret.length < 20)).toEqual([]);
  const logs = filesIn(join(dataDir, 'logs'));
  expect(logs.length).toBeGreaterThan(4);
  for (const log of logs) {
    const text = readFileSync(log, 'utf8');
    expect(
      secrets.filter((secret) => text.includes(secret)).map((secret) => secret.slice(0, 4)),
      log,
    ).toEqual([]);
  }
});
