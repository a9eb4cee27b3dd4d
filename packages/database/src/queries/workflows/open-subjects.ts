import { CLOSED_PHASES } from '@tinhgon/rules/vocabulary';
import type { Db } from '../../schema.ts';

/** Plans and documents a workflow must be running for: open ones, and documents with a correction pending. */
export async function openSubjects(
  db: Db,
): Promise<{ readonly kind: 'plan' | 'document'; readonly code: string }[]> {
  const plans = await db
    .selectFrom('plan')
    .select('code')
    .where('phase', 'not in', CLOSED_PHASES)
    .orderBy('code')
    .execute();
  const documents = await db
    .selectFrom('document')
    .select('code')
    .where((eb) =>
      eb.or([
        eb('phase', 'not in', CLOSED_PHASES),
        eb(eb.fn<number>('jsonb_array_length', [eb.ref('state', '->').key('corrections')]), '>', 0),
      ]),
    )
    .orderBy('code')
    .execute();
  return [
    ...plans.map(({ code }) => ({ kind: 'plan' as const, code })),
    ...documents.map(({ code }) => ({ kind: 'document' as const, code })),
  ];
}
