import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { expectNoAxeViolations, overflowPx } from '../src/axe.ts';
import { announced } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';
import { putAside } from '../src/webhook-example.ts';

let status = 200;
const received: { readonly headers: Record<string, string>; readonly body: string }[] = [];
const receiver = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => void pieces.push(piece));
  request.on('end', () => {
    const body = Buffer.concat(pieces).toString('utf8');
    received.push({ headers: request.headers as Record<string, string>, body });
    response.writeHead(status).end(status === 200 ? 'Đã nhận' : 'Đang bảo trì');
  });
});
let url = '';
beforeAll(async () => {
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hooks`;
});
afterAll(() => receiver.close());

describe('telling another system', () => {
  test('an administrator enters it, tries it out, sees what was sent and sends again what was not taken', async ({
    visit,
  }) => {
    const name = `Quản lý văn bản ${randomUUID().slice(0, 8)}`;
    const { page } = await visit({ as: 'quan-tri', path: '/catalogue' });
    await page.getByRole('link', { name: 'Báo tin cho hệ thống khác' }).click();
    await page.getByRole('heading', { level: 1, name: 'Báo tin cho hệ thống khác' }).waitFor();

    await page.getByRole('button', { name: 'Thêm hệ thống' }).click();
    const form = page.getByRole('dialog', { name: 'Thêm hệ thống' });
    await form.getByRole('textbox', { name: 'Hệ thống' }).fill(name);
    await form.getByRole('textbox', { name: 'Địa chỉ' }).fill('http://dms.vi-du.gov.vn/');
    await form.getByRole('button', { name: 'Thêm', exact: true }).click();
    await form.getByText('Hãy điền mục này.').waitFor();
    await form
      .getByRole('group', { name: 'Phương án' })
      .getByRole('checkbox', { name: 'Bắt đầu và kết thúc' })
      .check();
    await form.getByRole('button', { name: 'Thêm', exact: true }).click();
    // Whoever stands on the way could read it.
    await form.getByText('Địa chỉ phải bắt đầu bằng https://.').waitFor();
    await form.getByRole('textbox', { name: 'Địa chỉ' }).fill(url);
    await expectNoAxeViolations(page);
    await form.getByRole('button', { name: 'Thêm', exact: true }).click();
    await announced(page, 'Đã lưu.');
    const secret = await page.getByRole('textbox', { name: 'Khóa bí mật' }).inputValue();

    await page.getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByText('Đang bật, gần đây không có gì để gửi').waitFor();
    await page.getByRole('button', { name: 'Gửi thử' }).click();
    await page.getByText('Nơi nhận đã nhận tin thử').waitFor();
    expect(new Webhook(secret).verify(received[0]!.body, received[0]!.headers)).toMatchObject({
      type: 'webhook.test',
    });

    const { code } = await newPlan(await ministryAtWork());
    const recent = page.getByRole('table', { name: 'Gửi gần đây' });
    await page.reload();
    const told = () => received.filter(({ body }) => body.includes(`plan/${code}`));
    await expect.poll(() => told().length, { timeout: 20_000 }).toBe(1);
    await page.reload();
    await recent.getByRole('row').filter({ hasText: code }).getByText('đã nhận', { exact: true }).waitFor();

    status = 503;
    await page.getByRole('button', { name: 'Gửi thử' }).click();
    await page.getByText('Nơi nhận không nhận tin thử').waitFor();
    await page.getByText('Trả lời 503').first().waitFor();

    const aside = await putAside(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    await page.reload();
    const givenUp = page.getByRole('table', { name: 'Không nhận' });
    await givenUp.getByText(`Phương án ${aside}`, { exact: true }).first().waitFor();
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 1000 });
      await expectNoAxeViolations(page);
      expect(await overflowPx(page)).toBe(0);
    }
    const before = received.length;
    status = 200;
    await givenUp.getByRole('button', { name: `Gửi lại Phương án ${aside}` }).click();
    await expect.poll(() => received.length, { timeout: 20_000 }).toBe(before + 1);
    await page.reload();
    await page.getByText('Không có tin nào bị gác lại.').waitFor();

    await page.getByRole('button', { name: 'Thay khóa bí mật…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Thay khóa bí mật…' }).click();
    const next = page.getByRole('textbox', { name: 'Khóa bí mật' });
    await next.waitFor();
    expect(await next.inputValue()).not.toBe(secret);
    await page.getByText(/Khóa trước còn dùng được đến/).waitFor();

    await page.getByRole('button', { name: 'Tắt', exact: true }).click();
    await page.getByText('Đã tắt').waitFor();
    await page.getByRole('button', { name: 'Xóa…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Báo tin cho hệ thống khác' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name }).count()).toBe(0);
  });

  test('nobody but administrators reaches it', async ({ visit }) => {
    const { page } = await visit({ as: 'dau-moi', path: '/webhooks' });
    await page.getByText('Báo tin cho hệ thống nào là do người quản trị thiết lập.').waitFor();
    await page.goto('/catalogue');
    await page.getByRole('tab', { name: 'Cơ quan' }).waitFor();
    expect(await page.getByRole('link', { name: 'Báo tin cho hệ thống khác' }).count()).toBe(0);
  });
});
