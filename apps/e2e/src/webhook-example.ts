import { randomUUID } from 'node:crypto';
import { createDatabase } from '@tinhgon/database/create-database';
import { noteFailed } from '@tinhgon/database/webhooks/note-delivery';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { nextTryAt, WEBHOOK_TRIES } from '@tinhgon/rules/webhook/delivery';
import { sharedStack } from './running-stack.ts';

/** Notes for a webhook, as a worker does, that an event was not taken in any try. Gives the plan it was about. */
export async function putAside(webhook: string): Promise<string> {
  const db = createDatabase(sharedStack().databaseUrl, { maxConnections: 1 });
  try {
    const { position, subject } = await db
      .selectFrom('event')
      .select(['position', 'subject'])
      .where('type', '=', 'planStarted')
      .orderBy('position')
      .executeTakeFirstOrThrow();
    const told = {
      messageId: `msg_${randomUUID()}`,
      type: 'plan.planStarted',
      body: '{"type":"plan.planStarted"}',
    };
    const outcome = {
      ok: false,
      status: 503,
      answer: 'Đang bảo trì, vui lòng gửi lại sau. '.repeat(14),
      error: null,
    };
    let now = new Date(Date.now() - 86_400_000).toISOString();
    for (let tries = 1; tries <= WEBHOOK_TRIES; tries += 1) {
      await noteFailed(db, webhook, { position, subject, ...told }, outcome, now);
      now = nextTryAt(now, tries) ?? now;
    }
    return subject.slice('plan/'.length);
  } finally {
    await db.destroy();
  }
}

/** A webhook that is switched off, with an event its receiver did not take. */
export async function webhookExample(): Promise<string> {
  const { api, oidcIssuer, dataDir } = sharedStack();
  const id = randomUUID();
  const response = await fetch(`${api}/trpc/webhooks.add`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await personToken({ issuer: oidcIssuer, dataDir }, 'quan-tri')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      id,
      name: 'Hệ thống quản lý văn bản và điều hành của Bộ Tư pháp (ví dụ)',
      url: `https://quan-ly-van-ban.vi-du.gov.vn/tiep-nhan/tinh-gon/${id}`,
      topics: ['plan.course', 'plan.decisions', 'document.evidence', 'campaign.all'],
      agency: 'BTP',
      enabled: false,
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  await putAside(id);
  return id;
}
