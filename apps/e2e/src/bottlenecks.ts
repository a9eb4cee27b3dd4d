import { randomUUID } from 'node:crypto';
import { addDays } from '@tinhgon/rules/day';
import { startAnswer } from '@tinhgon/rules/views/feed';
import { apiAs } from './api-client.ts';
import { today } from './scenario.ts';

/** One of each, with something on it, for those who only look. */
export async function bottleneckExamples(procedure: string) {
  const [drafter, office, supervisor] = await Promise.all(
    ['btp-soan-thao', 'dau-moi', 'giam-sat'].map((user) => apiAs(user)),
  );
  if (!drafter || !office || !supervisor) throw new RangeError('three people were asked for');
  const start = async (api: typeof drafter, noun: string, body: object): Promise<string> =>
    startAnswer.parse(await api.request('POST', `/${noun}`, body)).code;
  const soon = addDays(today(), 10);
  const campaign = await start(office, 'campaigns', {
    title: 'Rà soát điểm nghẽn',
    question: 'Còn vướng mắc gì?',
    asks: 'ministries',
    answerBy: soon,
  });
  const bottleneck = await start(drafter, 'bottlenecks', {
    on: { kind: 'procedure', code: procedure },
    campaign,
    what: 'Chưa kết nối dữ liệu với các tỉnh',
    cause: 'data',
    responsible: 'BYT',
    answerBy: soon,
  });
  const inspection = await start(supervisor, 'inspections', {
    agency: 'BYT',
    subject: 'Công khai thủ tục',
    periodFrom: today(),
    periodTo: today(),
    from: today(),
    to: soon,
  });
  const command = { commandId: randomUUID(), expectedVersion: 1, type: 'noteFinding' };
  const found = { text: 'Chưa niêm yết', demand: 'Niêm yết', deadline: soon };
  await supervisor.request('POST', `/inspections/${inspection}/commands`, { ...command, ...found });
  return { bottleneck, campaign, inspection };
}
