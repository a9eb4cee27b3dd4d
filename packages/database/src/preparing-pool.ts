import type { PostgresPool } from 'kysely';
import type pg from 'pg';

/** Texts beyond these are asked as they are: whoever has so many asks each of them seldom. */
const MOST = 500;
const FEATURE_NOT_SUPPORTED = '0A000';

type Client = Awaited<ReturnType<PostgresPool['connect']>>;

/**
 * A pool whose connections prepare what they are asked: a text is parsed once for each, and planned anew only while that
 * pays. For who asks the same few things all day; that takes a third off what writing a decision costs the database.
 *
 * A statement whose columns a migration has changed meanwhile fails, once: from then on all are prepared anew. Does not go
 * through a pooler that hands out connections statement by statement and knows no prepared ones.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  let names = new Map<string, string>();
  let times = 0;
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= MOST) return known;
    const name = `tinhgon_${times}_${names.size}`;
    names.set(text, name);
    return name;
  };
  const askedBy = (client: pg.PoolClient) => async (text: string, values: readonly unknown[]) => {
    const name = values.length === 0 ? undefined : nameOf(text);
    if (name === undefined) return client.query(text, [...values]);
    try {
      return await client.query({ name, text, values: [...values] });
    } catch (error) {
      if ((error as { code?: unknown }).code === FEATURE_NOT_SUPPORTED) {
        names = new Map();
        times += 1;
      }
      throw error;
    }
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      return {
        // Kysely asks with a text and its values; a cursor would have to be set up for it.
        query: askedBy(client) as unknown as Client['query'],
        release: (destroy) => client.release(destroy),
      };
    },
  };
}
