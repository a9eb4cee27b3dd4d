import { hashOf } from '@tinhgon/rules/hash';
import { isSignedBy, keyIdIn, type SignedKind, type VerifyEd25519 } from '@tinhgon/rules/receipt/jws';
import { isGenuine, keyOf, type SignedKeySet } from '@tinhgon/rules/receipt/keys';
import type { Bundle } from './bundle.ts';
import { leadsTo, type SignedCheckpoint } from './checkpoint.ts';
import type { Finding } from './finding.ts';
import { readBundle, readCheckpoint } from './read-bundle.ts';
import { verifyEvents } from './verify-events.ts';

interface Asked {
  readonly verify: VerifyEd25519;
  /** The public root key, as it was noted elsewhere. */
  readonly root?: string;
  /** A checkpoint that was kept elsewhere. */
  readonly checkpoint?: unknown;
}

/**
 * Everything that is wrong with a bundle, event by event; nothing when it is what the installation recorded and
 * handed out. Needs neither database nor network.
 */
export function verifyBundle(given: unknown, asked: Asked): Finding[] {
  const bundle = readBundle(given);
  if (typeof bundle === 'string') return [{ what: 'notABundle', detail: bundle }];
  const { verify } = asked;
  const { keys } = bundle;
  const found: Finding[] = [];
  if (keys) {
    if (!isGenuine(keys, verify)) found.push({ what: 'keysNotSigned' });
    if (asked.root !== undefined && asked.root !== keys.set.root)
      found.push({ what: 'otherRoot', detail: keys.set.root });
  } else if (asked.root !== undefined) found.push({ what: 'noKeys' });
  for (const chain of bundle.chains) found.push(...verifyEvents(chain, keys, verify));
  found.push(...verifySeal(bundle, verify), ...verifyCheckpoints(bundle, asked));
  return found;
}

function verifySeal(bundle: Bundle, verify: VerifyEd25519): Finding[] {
  const { seal, keys, ...rest } = bundle;
  if (!keys) return seal ? [{ what: 'noKeys' }] : [];
  if (!seal) return [{ what: 'notSealed' }];
  const { statement, jws } = seal;
  const found: Finding[] = [];
  if (!isSigned('record', statement, jws, keys, verify)) found.push({ what: 'sealNotSigned' });
  for (const [subject, head] of Object.entries(statement.heads)) {
    const chain = bundle.chains.find((one) => one.subject === subject);
    if (!chain) {
      found.push({ what: 'chainMissing', subject });
      continue;
    }
    if (chain.events.length < head.events)
      found.push({ what: 'lastMissing', subject, seq: (chain.events.at(-1)?.seq ?? 0) + 1 });
    for (const { seq } of chain.events.slice(head.events)) found.push({ what: 'lastAdded', subject, seq });
    const last = chain.events[head.events - 1];
    if (last && last.hash !== head.hash) found.push({ what: 'lastChanged', subject, seq: last.seq });
  }
  for (const { subject } of bundle.chains) {
    if (!Object.hasOwn(statement.heads, subject)) found.push({ what: 'chainAdded', subject });
  }
  const same =
    statement.contents === hashOf({ ...rest, keys }) &&
    statement.subject === bundle.subject &&
    statement.issuer === bundle.issuer &&
    statement.exportedAt === bundle.exportedAt;
  if (!same) found.push({ what: 'notAsSealed' });
  return found;
}

/** What lies in the file, and what was kept elsewhere. */
function verifyCheckpoints(bundle: Bundle, { verify, checkpoint: kept }: Asked): Finding[] {
  const { checkpoint, keys } = bundle;
  const found: Finding[] = [];
  if (checkpoint) {
    if (!keys || !isSigned('checkpoint', checkpoint.statement, checkpoint.jws, keys, verify)) {
      found.push({ what: 'checkpointNotSigned', detail: checkpoint.statement.day });
    }
    for (const proof of checkpoint.proofs) {
      const { subject, seq } = proof;
      const chain = bundle.chains.find((one) => one.subject === subject);
      const stands = chain?.events.some(
        (event) => event.seq === seq && event.epoch === proof.epoch && event.hash === proof.hash,
      );
      if (!leadsTo(proof, checkpoint.statement)) found.push({ what: 'notInCheckpoint', subject, seq });
      else if (!stands) found.push({ what: 'otherThanInCheckpoint', subject, seq });
    }
  }
  if (kept === undefined) return found;
  const elsewhere = readCheckpoint(kept);
  if (elsewhere === null) return [...found, { what: 'notACheckpoint' }];
  return [...found, ...compare(bundle, elsewhere, verify)];
}

function compare(bundle: Bundle, kept: SignedCheckpoint, verify: VerifyEd25519): Finding[] {
  const { checkpoint, keys } = bundle;
  const { day } = kept.statement;
  const found: Finding[] = [];
  if (!keys || !isSigned('checkpoint', kept.statement, kept.jws, keys, verify)) {
    found.push({ what: 'checkpointNotSigned', detail: day });
  }
  if (checkpoint?.statement.day !== day) return [...found, { what: 'otherCheckpoint', detail: day }];
  if (hashOf(checkpoint.statement) !== hashOf(kept.statement))
    found.push({ what: 'checkpointChanged', detail: day });
  const proven = new Set(checkpoint.proofs.map(({ subject }) => subject));
  for (const { subject, events } of bundle.chains) {
    const begun = events.some(({ at }) => at < kept.statement.at);
    if (begun && !proven.has(subject)) found.push({ what: 'notInCheckpoint', subject });
  }
  return found;
}

function isSigned(
  kind: SignedKind,
  statement: unknown,
  jws: string,
  { set }: SignedKeySet,
  verify: VerifyEd25519,
): boolean {
  const key = keyOf(set, keyIdIn(jws, kind) ?? '');
  return key !== undefined && isSignedBy(jws, statement, key.x, verify);
}
