import { sql } from 'kysely';
import type { Actor } from '@tinhgon/rules/actor';
import { homesOf, type Represented } from '@tinhgon/rules/person';
import { mayKeepCatalogue } from '@tinhgon/rules/policy';
import type { FeedItem } from '@tinhgon/rules/views/feed';
import type { Db } from '../../schema.ts';
import { visibleBottlenecks } from '../bottlenecks/visible-bottlenecks.ts';
import { visibleInspections } from '../inspections/visible-inspections.ts';
import { visibleOperations } from '../operations/visible-operations.ts';
import { visiblePlans } from '../plans/visible-plans.ts';

interface Row {
  position: string;
  subject: string;
  seq: number;
  version: number;
  type: string;
  at: string;
  actor_id: string;
  actor_name: string;
  on_behalf_of: Represented | null;
  visible: boolean;
}

/**
 * What was committed after a position, in the order of commits, as far as the reader may see it. `next` is the
 * last position looked at, seen or not: a reader that goes on from there misses nothing and repeats nothing.
 *
 * Ways that were given up are left out (a reset; a worker that died between recording a decision and being heard of
 * it, which is then taken anew). Who had read one before hears what took its place: `seq` is that of the old.
 */
export async function readFeed(
  db: Db,
  actor: Actor,
  asked: { readonly after: string; readonly limit: number },
): Promise<{ items: FeedItem[]; next: string }> {
  const { rows } = await sql<Row>`
    select e.position, e.subject, e.seq, e.version, e.type, e.at, e.actor_id, e.actor_name,
      e.payload->'onBehalfOf' as on_behalf_of,
      case
        when e.subject like 'plan/%' then plan.code is not null
        when e.subject like 'operation/%' then operation.id is not null
        when e.subject like 'delegation/%' then ${seesDelegation(actor)}
        when e.subject like 'bottleneck/%' then exists (
          select from bottleneck where e.subject = 'bottleneck/' || code and ${visibleBottlenecks(actor)})
        when e.subject like 'inspection/%' then exists (
          select from inspection where e.subject = 'inspection/' || code and ${visibleInspections(actor)})
        when e.subject like 'mapping/%' then ${seesMapping(actor)}
        when e.subject like 'webhook/%' then ${seesWebhooks(actor)}
        else true
      end and not exists (
        select from epoch later
        where later.subject = e.subject and later.epoch > e.epoch and later.from_seq <= e.seq) as visible
    from (
      select * from event where position > ${asked.after}::bigint order by position limit ${asked.limit}
    ) e
    left join operation on e.subject = 'operation/' || operation.id::text
      and ${visibleOperations(actor)}
    left join plan on e.subject = 'plan/' || plan.code and ${visiblePlans(actor)}
    order by e.position`.execute(db);
  return {
    items: rows
      .filter((row) => row.visible)
      .map((row) => ({
        position: row.position,
        subject: row.subject,
        seq: row.seq,
        version: row.version,
        type: row.type,
        at: row.at,
        actor: {
          id: row.actor_id,
          name: row.actor_name,
          ...(row.on_behalf_of ? { onBehalfOf: row.on_behalf_of } : {}),
        },
      })),
    next: rows.at(-1)?.position ?? asked.after,
  };
}

/** `maySeeDelegationsOf` of the rules for either of the two it is between. */
const seesDelegation = (actor: Actor) =>
  mayKeepCatalogue(actor) || actor.roles.includes('auditor')
    ? sql<boolean>`true`
    : sql<boolean>`${actor.id}::text in (
        e.payload->'delegation'->>'personId', e.payload->'delegation'->>'substituteId')`;

/** How an agency's spreadsheets are read is known to nobody else, but for auditors, who read everything. */
const seesMapping = (actor: Actor) =>
  actor.roles.includes('auditor')
    ? sql<boolean>`true`
    : sql<boolean>`e.payload->'mapping'->>'agency' = any(${homesOf(actor)}::text[])`;

/** Who outside is told of what: whoever keeps it, and those whose plans it is about or who watch over all of it. */
const seesWebhooks = (actor: Actor) => (actor.roles.length > 0 ? sql<boolean>`true` : sql<boolean>`false`);

/** The last position there is; a new reader of what comes begins here. `0` before the first event. */
export async function lastPosition(db: Db): Promise<string> {
  const { rows } = await sql<{ position: string }>`
    select coalesce(max(position), 0)::text as position from event`.execute(db);
  return rows[0]?.position ?? '0';
}
