import { describe, expect } from 'vitest';
import { apiAs } from '../src/api-client.ts';
import { test } from '../src/journey.ts';
import { demoPerson } from '../src/people.ts';
import { ministryAtWork, newPlan } from '../src/scenario.ts';
import { signIn } from '../src/visit.ts';

describe('signing in and out', () => {
  test('leads back to the page that was asked for, and out again', async ({ visit }) => {
    const { page } = await visit({ as: 'giam-sat', path: '/documents?timing=overdue' });
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/documents?timing=overdue');

    await page.getByRole('button', { name: demoPerson('giam-sat').name }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    // The provider asks before it ends its own session.
    await page.waitForURL(/session\/end/);
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByRole('link', { name: 'Đăng nhập', exact: true }).waitFor();
    const answer = await page.request.get('/api/v1/procedures');
    expect(answer.status()).toBe(401);

    await signIn(page, 'kiem-toan');
    await page.getByRole('button', { name: demoPerson('kiem-toan').name }).waitFor();
  });

  test('on all devices at once', async ({ visit }) => {
    const user = 'bxd-phap-che';
    const { page: left } = await visit({ as: user });
    const { page } = await visit({ as: user });
    await page.getByRole('button', { name: demoPerson(user).name }).click();
    await page.getByRole('button', { name: 'Đăng xuất trên mọi thiết bị' }).click();
    await page.waitForURL(/session\/end/);
    await expect.poll(async () => (await left.request.get('/api/v1/procedures')).status()).toBe(401);
    await left.reload();
    await left.getByRole('link', { name: 'Đăng nhập', exact: true }).waitFor();
  });

  test('the language chosen is remembered on every computer', async ({ visit }) => {
    const user = 'bxd-lanh-dao-2';
    const { page } = await visit({ as: user });
    await page.getByRole('button', { name: /^EN/ }).click();
    await page.getByRole('link', { name: 'Progress' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Progress' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    const { page: elsewhere } = await visit({ as: user });
    await elsewhere.getByRole('link', { name: 'Progress' }).waitFor();
    await elsewhere.getByRole('button', { name: /^VI/ }).click();
    await elsewhere.getByRole('link', { name: 'Tiến độ' }).waitFor();
  });
});

describe('what is not there', () => {
  test('an address that leads nowhere says so', async ({ visit }) => {
    const { page } = await visit({ as: 'giam-sat', path: '/khong-co-trang-nay' });
    await page.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Tiến độ' }).click();
    await page.waitForURL('**/');
  });

  test('the plan of another ministry does not exist', async ({ visit }) => {
    const plan = await newPlan(await ministryAtWork());
    const { page } = await visit({ as: 'byt-soan-thao', path: `/plans/${plan.code}` });
    await page.getByText('Không tìm thấy, hoặc bạn không được xem.').waitFor();
    expect(await page.getByText(plan.name).count()).toBe(0);
    const stranger = await apiAs('byt-soan-thao');
    await expect(stranger.plan(plan.code)).rejects.toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});
