import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Entry, judge, type Recorded, standing } from './ledger.ts';

type Told = { readonly standing: 'acknowledged' | 'unknown' | 'refused'; readonly took: boolean };

/** A ledger and a record that fit: what was acknowledged is there, what was refused is not, the unknown as it came. */
const history = fc
  .array(
    fc.record({
      standing: fc.constantFrom<Told['standing'][]>('acknowledged', 'unknown', 'refused'),
      took: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((commands) => {
    const ledger: Entry[] = [];
    const record: Recorded[] = [];
    for (const [index, { standing: was, took }] of commands.entries()) {
      const subject = `plan/${index % 4}`;
      const commandId = `command-${index}`;
      ledger.push({
        subject,
        commandId,
        type: 'approve',
        sentAt: index,
        versions: new Set(was === 'acknowledged' ? [index] : []),
        refusals: new Set(was === 'refused' ? ['STALE_VERSION'] : []),
        lost: was === 'unknown' ? 1 : 0,
      });
      if (was === 'acknowledged' || (was === 'unknown' && took))
        for (const event of ['approved', 'stepOpened'])
          record.push({ subject, commandId, version: index, event });
    }
    return { ledger, record };
  });
const ofStanding = (ledger: readonly Entry[], wanted: string) =>
  ledger.filter((one) => standing(one) === wanted);
const of = (record: readonly Recorded[], { commandId }: Entry) =>
  record.filter((one) => one.commandId === commandId);

describe('the judge of ledger and record', () => {
  it('finds nothing where they fit', () => {
    fc.assert(
      fc.property(history, ({ ledger, record }) => {
        expect(judge(ledger, record)).toEqual([]);
      }),
    );
  });

  it('finds each acknowledged command that is lost', () => {
    fc.assert(
      fc.property(history, ({ ledger, record }) => {
        for (const entry of ofStanding(ledger, 'acknowledged')) {
          const without = record.filter(({ commandId }) => commandId !== entry.commandId);
          expect(judge(ledger, without)).toEqual([expect.stringMatching(`${entry.commandId} .*is lost`)]);
        }
      }),
    );
  });

  it('finds each command that took effect twice, at another version or at the same', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 1 }), ({ ledger, record }, later) => {
        for (const entry of ledger) {
          const [first] = of(record, entry);
          if (!first) continue;
          const twice = [...record, { ...first, version: first.version + later }];
          expect(judge(ledger, twice)).toEqual([expect.stringContaining('more than once')]);
        }
      }),
    );
  });

  it('finds each refused command that took effect', () => {
    fc.assert(
      fc.property(history, ({ ledger, record }) => {
        for (const { subject, commandId } of ofStanding(ledger, 'refused')) {
          const with_ = [...record, { subject, commandId, version: 1, event: 'approved' }];
          expect(judge(ledger, with_)).toEqual([expect.stringContaining('and took effect')]);
        }
      }),
    );
  });

  it('finds what stands elsewhere, under another version, answered in two ways or given by nobody', () => {
    fc.assert(
      fc.property(history, ({ ledger, record }) => {
        const [entry] = ofStanding(ledger, 'acknowledged');
        const moved = (change: Partial<Recorded>) =>
          record.map((one) => (one.commandId === entry?.commandId ? { ...one, ...change } : one));
        if (entry) {
          expect(judge(ledger, moved({ subject: 'plan/other' }))).toHaveLength(1);
          expect(judge(ledger, moved({ version: 99 }))).toHaveLength(1);
          const twoWays = { ...entry, versions: new Set([...entry.versions, 99]) };
          expect(judge([...ledger.filter((one) => one !== entry), twoWays], record)).toHaveLength(1);
        }
        const stranger = { subject: 'plan/0', commandId: 'nobody', version: 1, event: 'approved' };
        expect(judge(ledger, [...record, stranger])).toEqual(['plan/0: command nobody was never given']);
      }),
    );
  });
});
