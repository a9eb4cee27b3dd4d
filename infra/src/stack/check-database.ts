import pg from 'pg';
import { Problem } from '../problem.ts';

const OLDEST = 160_000;

/** Looks at a database that is not ours to start. Throws Problem DATABASE_UNREACHABLE or DATABASE_TOO_OLD. */
export async function checkDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    );
    const [found] = rows;
    if (found !== undefined && found.number < OLDEST)
      throw new Problem('DATABASE_TOO_OLD', { version: found.version });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('DATABASE_UNREACHABLE', { reason: reasonOf(error) }, error);
  } finally {
    await client.end().catch(() => {});
  }
}

/** Node hides the reason of a refused connection in the parts of an AggregateError. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
