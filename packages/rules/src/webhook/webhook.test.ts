import { describe, expect, test } from 'vitest';
import { webhookInput } from '../views/webhook.ts';
import { isSafeAddress, webhookAddress } from './address.ts';
import { isGivenUp, nextTryAt, WEBHOOK_TRIES } from './delivery.ts';
import { topicOf } from './topics.ts';

describe('what is told', () => {
  test.each([
    ['plan/BTP-2026-001', 'approved', 'plan.decisions'],
    ['plan/BTP-2026-001', 'completed', 'plan.course'],
    ['document/TT-1', 'evidenceRecorded', 'document.evidence'],
    ['document/TT-1', 'consultationAsked', 'document.consultation'],
    ['bottleneck/VM-1', 'bottleneckRaised', 'bottleneck.all'],
    ['campaign/CD-1', 'campaignOpened', 'campaign.all'],
    ['procedure/1.001', 'procedureSaved', 'procedure.all'],
    ['baseline/896/2024-01-01', 'baselineSaved', 'baseline.all'],
  ])('%s %s: %s', (subject, type, topic) => {
    expect(topicOf({ subject, type })).toBe(topic);
  });

  test.each([
    ['person/lan', 'personSaved'],
    ['assignment/1', 'assignmentSaved'],
    ['delegation/1', 'delegationGiven'],
    ['operation/1', 'operationBegun'],
    ['mapping/BTP/plans/1', 'mappingSaved'],
    ['webhook/1', 'webhookSaved'],
    ['plan/BTP-2026-001', 'somethingNew'],
    ['plan/BTP-2026-001', 'constructor'],
  ])('%s %s: never', (subject, type) => {
    expect(topicOf({ subject, type })).toBeNull();
  });
});

describe('addresses', () => {
  test.each([
    ['https://dms.example.gov.vn/hooks?of=tinhgon', true, true],
    ['HTTPS://dms.example.gov.vn', true, true],
    ['http://dms.example.gov.vn/hooks', false, false],
    ['http://127.0.0.1:4000/hooks', true, false],
    ['http://localhost:4000', true, false],
    ['http://[::1]:4000/', true, false],
    ['http://localhost.example.com/', false, false],
    ['http://127.0.0.1.example.com/', false, false],
    ['http://10.0.0.1/', false, false],
  ])('%s: for trying %s, else %s', (url, evaluation, production) => {
    expect(webhookAddress.safeParse(url).success).toBe(true);
    expect(isSafeAddress(url, { evaluation: true })).toBe(evaluation);
    expect(isSafeAddress(url, { evaluation: false })).toBe(production);
  });

  test.each(['ftp://a.vn', 'dms.example.gov.vn', 'https://user:secret@a.vn/', 'file:///etc/passwd', ''])(
    '%j is none',
    (url) => {
      expect(webhookAddress.safeParse(url).success).toBe(false);
    },
  );
});

test('ten tries over about a day, and then no more', () => {
  let now = '2026-11-28T00:00:00.000Z';
  const begun = Date.parse(now);
  let tries = 1;
  for (let next = nextTryAt(now, tries); next !== null; next = nextTryAt(now, tries)) {
    expect(next > now).toBe(true);
    now = next;
    tries += 1;
  }
  expect(tries).toBe(WEBHOOK_TRIES);
  const hours = (Date.parse(now) - begun) / 3_600_000;
  expect(hours).toBeGreaterThan(20);
  expect(hours).toBeLessThan(28);
});

test('a receiver is given up after five days, not before', () => {
  const since = '2026-11-01T00:00:00.000Z';
  expect(isGivenUp(since, '2026-11-05T23:59:59.999Z')).toBe(false);
  expect(isGivenUp(since, '2026-11-06T00:00:00.000Z')).toBe(true);
});

test('topics are kept in one order, each once, and there is at least one', () => {
  const input = {
    id: '00000000-0000-4000-8000-000000000000',
    name: ' Văn bản ',
    url: 'https://a.vn/',
    agency: null,
    enabled: true,
  };
  const topics = ['document.evidence', 'plan.course', 'plan.course'];
  expect(webhookInput.parse({ ...input, topics })).toMatchObject({
    name: 'Văn bản',
    topics: ['plan.course', 'document.evidence'],
  });
  expect(webhookInput.safeParse({ ...input, topics: [] }).success).toBe(false);
});
