import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { ApiClient } from './api-client.ts';
import { peopleIds } from './enter-people.ts';
import { stableUuid } from './stable-uuid.ts';

/**
 * One leader is away and a deputy signs for them; another came back early, so that theirs is ended. Given again it
 * changes nothing: each carries its id.
 */
export async function delegate(api: ApiClient, today: LegalDate): Promise<void> {
  const idOf = await peopleIds(api);
  const give = async (user: string, substitute: string, days: number, facts: object): Promise<string> => {
    const id = stableUuid(`delegation/${user}`);
    const input = {
      id,
      personId: idOf(user),
      substituteId: idOf(substitute),
      from: today,
      to: addDays(today, days),
      ...facts,
    };
    const known = await api.post(user, '/api/v1/delegations', { ...input, id: undefined }, id);
    if (known.code !== null && known.code !== 'DELEGATION_OVERLAPS') {
      throw new Error(`delegation of ${user}: ${known.code} ${known.message}`);
    }
    return id;
  };
  await give('bnv-lanh-dao', 'bnv-lanh-dao-2', 20, {
    form: 'KT',
    reason: 'Đi công tác nước ngoài (minh họa).',
  });
  const ended = await give('bxd-phap-che', 'bxd-kiem-soat-2', 5, {
    form: 'TL',
    only: 'document',
    reason: 'Nghỉ phép, đã về sớm (minh họa).',
  });
  const { code, message } = await api.post('bxd-phap-che', `/api/v1/delegations/${ended}/revoke`, {});
  if (code !== null && code !== 'DELEGATION_ENDED')
    throw new Error(`end of a delegation: ${code} ${message}`);
}
