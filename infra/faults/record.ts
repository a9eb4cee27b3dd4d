import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Recorded } from './ledger.ts';

const CONNECT_TIMEOUT_MS = 3_000;
/** The document tells its plan that it is displayed. */
const SOON_MS = 30_000;
const LOOK_EVERY_MS = 250;

/**
 * What stands in the record, without what was abandoned when a workflow had to take another way; read straight from
 * PostgreSQL, past everything that is under test.
 */
export interface RecordReader {
  /** How many of these commands are in it; none while the database does not answer. */
  countOf(commandIds: readonly string[]): Promise<number>;
  commandsOf(subjects: readonly string[]): Promise<Recorded[]>;
  /** Chains with a gap, or whose rows are not those of their last event. */
  brokenChains(subjects: readonly string[]): Promise<string[]>;
  /** Of these plans those that are not done soon, though all decisions on them were taken. */
  unfinished(plans: readonly string[]): Promise<string[]>;
}

export function readRecord(url: string): RecordReader {
  const ask = async <T extends object>(text: string, values: readonly unknown[]): Promise<T[]> => {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
    client.on('error', () => {});
    try {
      await client.connect();
      return (await client.query<T>(text, [...values])).rows;
    } finally {
      await client.end().catch(() => {});
    }
  };
  return {
    async countOf(commandIds) {
      const text =
        'select count(distinct command_id)::int as n from current_event where command_id = any($1)';
      const [row] = await ask<{ n: number }>(text, [commandIds]).catch(() => []);
      return row?.n ?? 0;
    },
    commandsOf: (subjects) =>
      ask<Recorded>(
        `select subject, command_id as "commandId", version, type as event from current_event
         where subject = any($1) and command_id is not null`,
        [subjects],
      ),
    async brokenChains(subjects) {
      const rows = await ask<{ subject: string }>(
        `select e.subject from current_event e join head h using (subject)
         where subject = any($1) group by e.subject, h.seq, h.version
         having count(*) <> max(e.seq) or min(e.seq) <> 1 or h.seq <> max(e.seq) or h.version <> max(e.version)`,
        [subjects],
      );
      return rows.map(({ subject }) => `${subject}: its events and its head do not fit`);
    },
    async unfinished(plans) {
      const text = "select code from plan where code = any($1) and phase <> 'done'";
      const limit = Date.now() + SOON_MS;
      let rows = await ask<{ code: string }>(text, [plans]);
      while (rows.length > 0 && Date.now() < limit) {
        await sleep(LOOK_EVERY_MS);
        rows = await ask<{ code: string }>(text, [plans]);
      }
      return rows.map(({ code }) => `plan/${code}: all decisions were taken and it is not done`);
    },
  };
}
