import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { Chain } from '@tinhgon/rules/chain';
import { DEFAULT_CHAINS } from '@tinhgon/rules/chain-version';
import type { LegalDate } from '@tinhgon/rules/day';
import type { StepKey } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';
import { currentCalendar } from './calendars.ts';
import { chainOn } from './chains.ts';

/** Everything that begins on a day is planned by; looked up once for many. */
export interface TermsInUse {
  readonly calendar: WorkingCalendar;
  /** The chain in use. What is brought in at a step this chain no longer has goes on under the product's own. */
  readonly chain: (id: string, step?: StepKey) => Chain;
}

export async function termsInUse(db: Db, day: LegalDate): Promise<TermsInUse> {
  const calendar = await currentCalendar(db);
  const inUse = new Map<string, Chain>();
  for (const { id } of DEFAULT_CHAINS) inUse.set(id, await chainOn(db, id, day));
  return {
    calendar,
    chain: (id, step) => {
      const current = inUse.get(id);
      const has = step === undefined || current?.steps.some(({ key }) => key === step);
      const chain = has ? current : DEFAULT_CHAINS.find((own) => own.id === id);
      if (!chain) throw new RangeError(`there is no chain ${id}`);
      return chain;
    },
  };
}
