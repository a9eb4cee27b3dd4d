import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** Writes one row, as the least that makes a decision last in a database of ours. */
export function createBareActivities(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });
  return {
    async writeRow(update: string): Promise<void> {
      await pool.query('insert into bench_row (id, what) values ($1, $2)', [randomUUID(), update]);
    },
  };
}
export type BareActivities = ReturnType<typeof createBareActivities>;
