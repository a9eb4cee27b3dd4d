import type { KeyRing } from '@tinhgon/commands/receipts/key-ring';
import { type Bundle, BUNDLE_FORMAT } from '@tinhgon/database/record/bundle';
import { type CheckpointWithProofs, proofsOf } from '@tinhgon/database/record/checkpoint';
import { gatherChains } from '@tinhgon/database/record/gather-chains';
import { checkpointOf, reachedAt } from '@tinhgon/database/record/keep-checkpoint';
import type { Db } from '@tinhgon/database/schema';
import type { Actor } from '@tinhgon/rules/actor';
import type { LegalDate } from '@tinhgon/rules/day';
import { hashOf } from '@tinhgon/rules/hash';

interface Asked {
  readonly subject: { readonly kind: 'plan' | 'document'; readonly code: string };
  /** Day of the checkpoint to be compared with; the newest when left out. */
  readonly checkpoint?: LegalDate | undefined;
}

/** A plan's or document's record to take away, sealed; null where it does not exist for this reader. */
export async function makeBundle(
  { db, keyRing, issuer }: { readonly db: Db; readonly keyRing: KeyRing | null; readonly issuer: string },
  actor: Actor,
  { subject: { kind, code }, checkpoint: day }: Asked,
): Promise<Bundle | null> {
  const gathered = await gatherChains(db, actor, { kind, code });
  if (!gathered) return null;
  const contents = {
    format: BUNDLE_FORMAT,
    subject: `${kind}/${code}`,
    exportedAt: new Date().toISOString(),
    issuer,
    ...gathered,
    keys: keyRing?.keySet ?? null,
    checkpoint: await withProofs(db, new Set(gathered.chains.map(({ subject }) => subject)), day),
  } as const;
  return sealed(contents, keyRing);
}

/** Signs a bundle as it is handed out. */
export function sealed(contents: Omit<Bundle, 'seal'>, keyRing: KeyRing | null): Bundle {
  if (!keyRing) return { ...contents, seal: null };
  const { subject, exportedAt, issuer, chains } = contents;
  const heads = Object.fromEntries(
    chains.map((chain) => [
      chain.subject,
      { events: chain.events.length, hash: chain.events.at(-1)?.hash ?? '' },
    ]),
  );
  const statement = { v: 1, subject, exportedAt, issuer, heads, contents: hashOf(contents) } as const;
  return { ...contents, seal: { statement, jws: keyRing.sign('record', statement) } };
}

async function withProofs(
  db: Db,
  subjects: ReadonlySet<string>,
  day: LegalDate | undefined,
): Promise<CheckpointWithProofs | null> {
  const signed = await checkpointOf(db, day);
  if (!signed) return null;
  const reached = await reachedAt(db, signed.statement.position);
  return { ...signed, proofs: proofsOf(reached, subjects) };
}
