import { keyRingOf, newKeyFile, verifyNatively } from '@tinhgon/commands/receipts/key-ring';
import { signCommand } from '@tinhgon/commands/receipts/sign-command';
import { type AnyEvent, type EventRow, eventRow } from '@tinhgon/database/events/recorded-event';
import { type Bundle, BUNDLE_FORMAT } from '@tinhgon/database/record/bundle';
import {
  type Checkpoint,
  leadsTo,
  proofsOf,
  type Reached,
  rootOf,
} from '@tinhgon/database/record/checkpoint';
import type { Finding } from '@tinhgon/database/record/finding';
import { verifyBundle } from '@tinhgon/database/record/verify-bundle';
import { hashOf } from '@tinhgon/rules/hash';
import { SYSTEM } from '@tinhgon/rules/person';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealed } from './make-bundle.ts';

const NOW = '2026-11-27T08:00:00.000Z';
const ring = keyRingOf(newKeyFile(NOW));
const stranger = keyRingOf(newKeyFile(NOW));
const PLAN = 'plan/BTP-2026-001';
const DOCUMENT = 'document/TT-1';
const lan = { id: 'lan', name: 'Nguyễn Lan', agency: 'BTP', roles: [], assignments: [] };

interface Drawn {
  readonly seq: number;
  readonly epoch: number;
  readonly by: 'person' | 'system' | 'import';
}

function row(
  subject: string,
  { seq, epoch, by }: Drawn,
  before: EventRow | undefined,
  keys = ring,
): EventRow {
  const commandId = `${subject}-${epoch}-${seq}`;
  const command = { type: 'comment', commandId, actor: lan, text: `Ý kiến ${seq}` };
  const { receipt } = signCommand(keys, subject, command, { how: 'session', provider: 'https://p' });
  const envelope = { seq, version: seq, at: new Date(Date.now() + seq).toISOString() };
  const event =
    by === 'person'
      ? {
          type: 'commented',
          ...envelope,
          actor: { id: lan.id, name: lan.name },
          commandId,
          text: command.text,
        }
      : {
          type: by === 'system' ? 'due' : 'planImported',
          ...envelope,
          actor: by === 'system' ? SYSTEM : lan,
        };
  const signed = by === 'person' ? { fingerprint: receipt?.statement.fingerprint, receipt } : {};
  const { agency: _agency, roles: _roles, assignments: _held, ...actor } = event.actor as typeof lan;
  return eventRow(
    subject,
    epoch,
    { ...event, actor, ...signed } as unknown as AnyEvent,
    before?.hash ?? null,
  );
}

function chainOf(subject: string, drawn: readonly Drawn[]) {
  const events: EventRow[] = [];
  for (const one of drawn) {
    const before = events.filter(({ epoch, seq }) => seq === one.seq - 1 && epoch <= one.epoch).at(-1);
    events.push(row(subject, one, before));
  }
  return { subject, events };
}

const drawn = (length: number, by: Drawn['by'] = 'person'): Drawn[] =>
  Array.from({ length }, (_, index) => ({ seq: index + 1, epoch: 1, by: index % 3 === 2 ? 'system' : by }));

const chains = [
  // Imported, decided on, set back in Temporal at its fourth event, and gone on with.
  chainOf(PLAN, [
    { seq: 1, epoch: 1, by: 'import' },
    ...drawn(5).slice(1),
    { seq: 4, epoch: 2, by: 'person' },
    { seq: 5, epoch: 2, by: 'system' },
    { seq: 6, epoch: 2, by: 'person' },
  ]),
  chainOf(DOCUMENT, drawn(6)),
];

const reachedOf = ({ subject, events }: (typeof chains)[number]): Reached => {
  const { epoch, seq, hash } = events.at(-1) as EventRow;
  return { subject, epoch, seq, hash };
};
const reached = [
  reachedOf(chains[1] as (typeof chains)[number]),
  { subject: 'document/TT-2', epoch: 1, seq: 1, hash: hashOf(2) },
  reachedOf(chains[0] as (typeof chains)[number]),
  { subject: 'plan/BTP-2026-002', epoch: 1, seq: 3, hash: hashOf(3) },
  { subject: 'procedure/1.001', epoch: 1, seq: 1, hash: hashOf(4) },
];
const statement: Checkpoint = {
  v: 1,
  day: '2026-11-28',
  at: NOW,
  position: '42',
  chains: reached.length,
  root: rootOf(reached),
};
const kept = { statement, jws: ring.sign('checkpoint', statement) };

const bundle: Bundle = JSON.parse(
  JSON.stringify(
    sealed(
      {
        format: BUNDLE_FORMAT,
        subject: PLAN,
        exportedAt: NOW,
        issuer: 'https://tinhgon.example.gov.vn',
        chains,
        withheld: ['document/TT-9'],
        keys: ring.keySet,
        checkpoint: { ...kept, proofs: proofsOf(reached, new Set([PLAN, DOCUMENT])) },
      },
      ring,
    ),
  ),
);

const found = (given: unknown, asked: object = {}): Finding[] =>
  verifyBundle(given, { verify: verifyNatively, ...asked });
const copy = (): { -readonly [K in keyof Bundle]: Bundle[K] } => structuredClone(bundle);
/** Signs anew, as whoever has the keys of another installation, or none of ours, could. */
const resealed = ({ seal: _seal, ...rest }: Bundle, keys = ring): Bundle => sealed(rest, keys);

describe('a record that was handed out', () => {
  it('is found right, against the root and the checkpoint that were kept', () => {
    expect(found(bundle, { root: ring.keySet.set.root, checkpoint: kept })).toEqual([]);
  });

  it('is not ours when its root is another, or there are no keys', () => {
    expect(found(bundle, { root: stranger.keySet.set.root })).toMatchObject([{ what: 'otherRoot' }]);
    const forged = resealed({ ...copy(), keys: stranger.keySet }, stranger);
    const wrongs = found(forged, { root: ring.keySet.set.root }).map(({ what }) => what);
    expect(new Set(wrongs)).toEqual(new Set(['otherRoot', 'unknownKey', 'checkpointNotSigned']));
    expect(found({ ...copy(), keys: null, seal: null }, { root: 'x' }).map(({ what }) => what)).toContain(
      'noKeys',
    );
  });

  const plan = (bundle.chains[0] as Bundle['chains'][number]).events;
  const withEvents = (events: readonly EventRow[]): Bundle => ({
    ...copy(),
    chains: [{ subject: PLAN, events }, ...bundle.chains.slice(1)],
  });
  const at = (what: string, index: number) => ({
    what,
    subject: PLAN,
    epoch: plan[index]?.epoch,
    seq: plan[index]?.seq,
  });

  it('names an event that was changed, removed, repeated or moved', () => {
    const changed = plan.map((event, index) =>
      index === 2 ? { ...event, actor_name: 'Người khác' } : event,
    );
    expect(found(withEvents(changed))).toContainEqual(at('altered', 2));
    expect(found(withEvents(plan.toSpliced(2, 1)))).toContainEqual(at('missing', 3));
    expect(found(withEvents(plan.slice(0, -1)))).toContainEqual({
      what: 'lastMissing',
      subject: PLAN,
      seq: 6,
    });
    expect(found(withEvents(plan.toSpliced(2, 0, plan[1] as EventRow)))).toContainEqual(at('repeated', 1));
    const swapped = plan.toSpliced(1, 2, plan[2] as EventRow, plan[1] as EventRow);
    expect(found(withEvents(swapped))).toContainEqual(at('reordered', 2));
  });

  it('names an event that was added or put in another’s place, though its hash is right', () => {
    const last = plan.at(-1);
    const added = row(PLAN, { seq: 7, epoch: 2, by: 'system' }, last);
    expect(found(withEvents([...plan, added]))).toContainEqual({ what: 'lastAdded', subject: PLAN, seq: 7 });
    const replaced = plan.toSpliced(1, 1, row(PLAN, { seq: 2, epoch: 1, by: 'system' }, plan[0]));
    expect(found(withEvents(replaced))).toContainEqual(at('notChained', 2));
  });

  it('names a whole chain that was written anew, by its receipts, its seal and the checkpoint', () => {
    let before: EventRow | undefined;
    const anew = drawn(6, 'person').map((one) => (before = row(PLAN, one, before, stranger)));
    const wrongs = found(withEvents(anew), { checkpoint: kept });
    expect(wrongs).toContainEqual({ what: 'unknownKey', subject: PLAN, epoch: 1, seq: 1 });
    expect(wrongs).toContainEqual(expect.objectContaining({ what: 'otherThanInCheckpoint', subject: PLAN }));
    expect(wrongs).toContainEqual({ what: 'notAsSealed' });
    const { receipt: _receipt, ...without } = plan[1]?.payload ?? {};
    const bare = eventRow(
      PLAN,
      1,
      {
        ...without,
        type: 'commented',
        seq: 2,
        version: 2,
        at: plan[1]?.at,
        actor: { id: 'lan', name: lan.name },
        commandId: 'x',
      } as never,
      plan[0]?.hash ?? null,
    );
    expect(found(withEvents(plan.toSpliced(1, 1, bare)))).toContainEqual(at('noReceipt', 1));
    const borrowed = { ...plan[1]?.payload, receipt: plan[3]?.payload['receipt'] };
    const other = eventRow(
      PLAN,
      1,
      {
        ...borrowed,
        type: 'commented',
        seq: 2,
        version: 2,
        at: plan[1]?.at,
        actor: { id: 'lan', name: lan.name },
        commandId: plan[1]?.command_id,
      } as never,
      plan[0]?.hash ?? null,
    );
    expect(found(withEvents(plan.toSpliced(1, 1, other)))).toContainEqual(at('otherReceipt', 1));
  });

  it('is compared with the checkpoint of the day it holds, and no other', () => {
    const another = { ...statement, day: '2026-11-29' };
    expect(
      found(bundle, { checkpoint: { statement: another, jws: ring.sign('checkpoint', another) } }),
    ).toEqual([{ what: 'otherCheckpoint', detail: '2026-11-29' }]);
    const emptied = { ...statement, root: hashOf('khác') };
    expect(
      found(bundle, { checkpoint: { statement: emptied, jws: ring.sign('checkpoint', emptied) } }),
    ).toEqual([{ what: 'checkpointChanged', detail: '2026-11-28' }]);
    expect(found(bundle, { checkpoint: {} })).toEqual([{ what: 'notACheckpoint' }]);
  });

  it('shows any single change, and names the event where it is one of an event', () => {
    const places = placesIn(bundle);
    fc.assert(
      fc.property(
        fc.nat(places.length - 1),
        fc.constantFrom('change', 'remove', 'repeat', 'swap'),
        (index, how) => {
          const place = places[index] as Place;
          const mutant = structuredClone(bundle);
          if (!mutate(mutant, place, how)) return;
          const wrongs = found(mutant);
          expect(wrongs.length).toBeGreaterThan(0);
          const [list, chain, events, event] = place;
          if (list !== 'chains' || events !== 'events' || typeof event !== 'number' || place.length < 5)
            return;
          if (wrongs[0]?.what === 'notABundle') {
            expect(wrongs[0].detail).toContain(`chains.${chain}.events.${event}`);
            return;
          }
          const { subject, events: kept } = bundle.chains[chain as number] as Bundle['chains'][number];
          const { epoch, seq } = kept[event] as EventRow;
          const changed = mutant.chains[chain as number]?.events[event] as EventRow;
          expect(wrongs).toContainEqual(
            expect.objectContaining({
              what: 'altered',
              subject,
              epoch: changed.epoch ?? epoch,
              seq: changed.seq ?? seq,
            }),
          );
        },
      ),
      { seed: 896, numRuns: 600 },
    );
  });
});

type Place = readonly (string | number)[];

/** The way to each value of a document, but for the document itself. */
function placesIn(value: unknown, way: Place = []): Place[] {
  const inner = (key: string | number, one: unknown) => placesIn(one, [...way, key]);
  const own = way.length > 0 ? [way] : [];
  if (Array.isArray(value)) return [...own, ...value.flatMap((one, index) => inner(index, one))];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, one]) => inner(key, one))];
}

/** One change in place; false where nothing came of it. */
function mutate(document: unknown, place: Place, how: string): boolean {
  const key = place.at(-1) as string;
  // oxlint-disable-next-line typescript/no-explicit-any -- any place of any document
  const holder = place.slice(0, -1).reduce((value: any, step) => value[step], document);
  const value = holder[key];
  if (how === 'remove') {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
    return true;
  }
  if (how === 'repeat' || how === 'swap') {
    if (!Array.isArray(holder)) return false;
    const next = Number(key) + 1;
    if (how === 'repeat') holder.splice(next, 0, structuredClone(value));
    else if (next >= holder.length || hashOf(holder[next]) === hashOf(value)) return false;
    else [holder[Number(key)], holder[next]] = [holder[next], value];
    return true;
  }
  if (typeof value === 'object' && value !== null) return false;
  holder[key] = typeof value === 'number' ? value + 1 : value === null ? 'x' : changedText(String(value));
  return true;
}

/** Another text: its first letter is another, so that base64 stays base64. */
const changedText = (text: string): string => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`;

describe('the tree over all chains', () => {
  it('proves each chain and no other, whatever their number', () => {
    for (let chainCount = 1; chainCount <= 17; chainCount += 1) {
      const all = Array.from({ length: chainCount }, (_, index) => ({
        subject: `plan/${String(index).padStart(2, '0')}`,
        epoch: 1,
        seq: index + 1,
        hash: hashOf(index),
      }));
      const root = rootOf(all);
      for (const proof of proofsOf(all, new Set(all.map(({ subject }) => subject)))) {
        expect(leadsTo(proof, { root, chains: chainCount })).toBe(true);
        expect(leadsTo({ ...proof, seq: 99 }, { root, chains: chainCount })).toBe(false);
        expect(leadsTo({ ...proof, path: [...proof.path, root] }, { root, chains: chainCount })).toBe(false);
      }
    }
  });
});
