import { expect } from 'vitest';
import { checkAnswers, openItem, sign } from '../src/inbox.ts';
import { test } from '../src/journey.ts';
import { ministryAtWork, submittedPlan } from '../src/scenario.ts';

test('of two who sign at once one wins, and the other sees why', async ({ visit }) => {
  const ministry = await ministryAtWork();
  const plan = await submittedPlan(ministry);
  const pages = await Promise.all(
    ['btp-kiem-soat', 'btp-kiem-soat-2'].map(async (as) => {
      const { page } = await visit({ as });
      await openItem(page, 'plan', plan.code, 'quality-check');
      await checkAnswers(page);
      return page;
    }),
  );

  await Promise.all(pages.map(sign));

  const outcomes = await Promise.all(
    pages.map((page) => {
      const won = page.getByRole('status').getByText(/^Đã ký:/);
      const lost = page.getByRole('alert').getByText('Có người vừa làm trước bạn.');
      return Promise.any([
        won.waitFor().then(() => 'won' as const),
        lost.waitFor().then(() => 'lost' as const),
      ]);
    }),
  );
  expect(outcomes.toSorted()).toEqual(['lost', 'won']);

  const loser = pages[outcomes.indexOf('lost')];
  await loser
    ?.getByRole('alert')
    .getByText(/đã thay đổi từ khi bạn mở trang|hiện không mở/)
    .waitFor();
  await loser?.getByRole('button', { name: 'Xem bản mới' }).first().click();
  await loser?.getByText('Bước này không còn mở').waitFor();
  const { history } = await ministry.drafter.plan(plan.code);
  expect(history.filter(({ type }) => type === 'approved')).toHaveLength(1);
});
