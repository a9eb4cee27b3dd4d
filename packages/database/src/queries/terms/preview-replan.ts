import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { Chain } from '@tinhgon/rules/chain';
import type { Instant } from '@tinhgon/rules/day';
import { documentUnder } from '@tinhgon/rules/document/replan';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { openStepsOf } from '@tinhgon/rules/open-steps';
import { planUnder } from '@tinhgon/rules/plan/replan';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { replanChanges, stepsAhead } from '@tinhgon/rules/replan';
import type { ReplanItem } from '@tinhgon/rules/views/terms';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';

/** States held in memory at once. */
const BATCH = 500;

interface Change {
  readonly chain?: Chain;
  readonly calendar?: WorkingCalendar;
}

/** What other terms would change for every open plan and document, by kind and code. Changes nothing. */
export async function previewReplan(
  db: Db,
  change: Change,
  now: Instant,
): Promise<{ readonly looked: number; readonly items: ReplanItem[] }> {
  const items: ReplanItem[] = [];
  let looked = 0;
  for (const table of ['plan', 'document'] as const) {
    for (let after = ''; ; ) {
      const rows = await openStates(db, table, change.chain?.id, after);
      looked += rows.length;
      items.push(...rows.flatMap(({ state }) => itemOf(state, change, now)));
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) break;
      after = last.code;
    }
  }
  return { looked, items };
}

function openStates(
  db: Db,
  table: 'plan' | 'document',
  chainId: string | undefined,
  after: string,
): Promise<{ code: string; state: PlanState | DocumentState }[]> {
  return db
    .selectFrom(table)
    .select(['code', 'state'])
    .where('phase', 'not in', CLOSED_PHASES)
    .where('code', '>', after)
    .$if(chainId !== undefined, (query) =>
      query.where((eb) =>
        eb(eb.ref('state', '->').key('chain').key('id').$castTo<string>(), '=', JSON.stringify(chainId)),
      ),
    )
    .orderBy('code')
    .limit(BATCH)
    .execute();
}

function itemOf(state: PlanState | DocumentState, change: Change, now: Instant): ReplanItem[] {
  const open = openStepsOf(state);
  const { chain } = change;
  const lacking = open.find(({ key }) => chain && !chain.steps.some((step) => step.key === key));
  const ahead = chain ? stepsAhead(state, open, chain) : { added: [], left: [] };
  const about = {
    subject: state.kind,
    code: state.code,
    title: state.kind === 'plan' ? state.header.name : state.header.title,
    agency: state.leadAgency,
    added: ahead.added.map(({ key }) => key),
    left: ahead.left.map(({ key }) => key),
  };
  if (lacking) return [{ ...about, steps: [], lacks: lacking.key }];
  const { steps: after } =
    state.kind === 'plan' ? planUnder(state, change, now) : documentUnder(state, change, now);
  const steps = replanChanges(open, after).map(({ step, ...rest }) => ({ key: step, ...rest }));
  const moves = chain !== undefined && chain.version !== state.chain.version;
  if (!moves && steps.length === 0) return [];
  return [{ ...about, steps, lacks: null }];
}
