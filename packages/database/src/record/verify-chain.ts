import { type EventRow, expectedHash } from '../events/recorded-event.ts';
import type { Db } from '../schema.ts';

const BATCH = 2_000;

export interface BrokenLink {
  readonly subject: string;
  readonly epoch: number;
  readonly seq: number;
  readonly problem: 'altered' | 'not-chained';
}

/** Events that are not what their hash says, or do not follow the event before them. */
export async function verifyChain(db: Db): Promise<BrokenLink[]> {
  const broken: BrokenLink[] = [];
  for (let after = '0'; ; ) {
    const rows = await db
      .selectFrom('event')
      .selectAll()
      .where('position', '>', after)
      .orderBy('position')
      .limit(BATCH)
      .execute();
    for (const row of rows) if (expectedHash(row) !== row.hash) broken.push(linkOf(row, 'altered'));
    const end = rows.at(-1)?.position;
    if (end === undefined) break;
    after = end;
  }
  const unchained = await db
    .selectFrom('current_event as e')
    .leftJoin('current_event as before', (join) =>
      join.onRef('before.subject', '=', 'e.subject').on((eb) => eb('before.seq', '=', eb('e.seq', '-', 1))),
    )
    .select(['e.subject', 'e.epoch', 'e.seq'])
    .where((eb) => eb(eb.ref('before.hash'), 'is distinct from', eb.ref('e.prev_hash')))
    .execute();
  return [...broken, ...unchained.map((row) => linkOf(row, 'not-chained'))];
}

const linkOf = (
  { subject, epoch, seq }: Pick<EventRow, 'subject' | 'epoch' | 'seq'>,
  problem: BrokenLink['problem'],
): BrokenLink => ({ subject, epoch, seq, problem });
