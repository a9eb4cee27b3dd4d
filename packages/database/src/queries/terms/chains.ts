import { sql } from 'kysely';
import type { Chain } from '@tinhgon/rules/chain';
import { chainOf, chainSteps, DEFAULT_CHAINS, defaultChain } from '@tinhgon/rules/chain-version';
import type { LegalDate } from '@tinhgon/rules/day';
import type { ChainView, OwnStep } from '@tinhgon/rules/views/terms';
import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';

/** The chain what begins on `day` runs under: the newest version that is in use then, else the product's own. */
export async function chainOn(db: Db, id: string, day: LegalDate): Promise<Chain> {
  const row = await db
    .selectFrom('chain_version')
    .select(['version', 'steps'])
    .where('id', '=', id)
    .where('from', '<=', day)
    .where((eb) => eb.or([eb('to', 'is', null), eb('to', '>=', day)]))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row) return chainOf(id, row.version, row.steps);
  const own = defaultChain(id);
  if (!own) throw new RangeError(`there is no chain ${id}`);
  return own;
}

/** One version of a chain, or null. */
export async function chainVersion(db: Db, id: string, version: number): Promise<Chain | null> {
  const own = defaultChain(id);
  if (own?.version === version) return own;
  const row = await db
    .selectFrom('chain_version')
    .select('steps')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row ? chainOf(id, version, row.steps) : null;
}

export async function newestChainVersion(db: Db, id: string): Promise<number> {
  const row = await db
    .selectFrom('chain_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version ?? defaultChain(id)?.version ?? 0;
}

/** What the checks people added to chains are called: of each key the name it was given last. */
export async function ownStepNames(db: Db): Promise<OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select distinct on (step ->> 'key') step ->> 'key' as key, step -> 'name' as name
    from chain_version, jsonb_array_elements(steps) as step
    where step ? 'name'
    order by step ->> 'key', version desc`.execute(db);
  return rows;
}

/** All versions of all chains: in the product's order, newest first within each. */
export async function listChains(db: Db): Promise<ChainView[]> {
  const [rows, running] = await Promise.all([
    db.selectFrom('chain_version').selectAll().orderBy('version', 'desc').execute(),
    runningUnder(db),
  ]);
  const countOf = (id: string, version: number): number => running.get(`${id} ${version}`) ?? 0;
  return DEFAULT_CHAINS.flatMap((own) => [
    ...rows
      .filter(({ id }) => id === own.id)
      .map(({ id, version, steps, from, to, reason, recorded_at: at, recorded_by: by }) => ({
        id,
        version,
        steps,
        from,
        to,
        recorded: { at, by, reason },
        running: countOf(id, version),
      })),
    {
      id: own.id,
      version: own.version,
      steps: chainSteps(own),
      from: null,
      to: null,
      recorded: null,
      running: countOf(own.id, own.version),
    },
  ]);
}

async function runningUnder(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; version: number; count: number }>`
    select state #>> '{chain,id}' as id, (state #>> '{chain,version}')::int as version, count(*)::int as count
    from (
      select state from plan where phase <> all(${[...CLOSED_PHASES]})
      union all
      select state from document where phase <> all(${[...CLOSED_PHASES]})) open
    group by 1, 2`.execute(db);
  return new Map(rows.map(({ id, version, count }) => [`${id} ${version}`, count]));
}
