import type { PersonRef } from '@tinhgon/rules/actor';
import type { Instant, LegalDate } from '@tinhgon/rules/days';
import type { Announcement, DatabaseEntry, Display, DocumentState } from '@tinhgon/rules/document/state';
import { hashOf } from '@tinhgon/rules/hash';
import { NO_PLAN } from '../rows/no-plan.ts';
import { ImportConflict } from './errors.ts';
import type { EvidenceRow } from './rows.ts';

/** One thing on record about one procedure. */
interface Fact {
  readonly number: string;
  readonly date: LegalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: PersonRef;
}
type Facts = Map<string, Fact>;
type Part = Announcement | DatabaseEntry | Display;
type Evidence = Pick<DocumentState, 'links' | 'announcements' | 'databaseEntries' | 'displays'>;

/**
 * A document with the evidence of these rows taken in. Evidence is never overwritten; a row may add
 * what was missing, known from `now` on. Parts that did not change keep their ids.
 *
 * @returns also how many procedures were added, changed, unchanged.
 * @throws ImportConflict for rows that say other than what is on record.
 */
export function mergeEvidence(
  before: DocumentState,
  rows: readonly EvidenceRow[],
  importer: PersonRef,
  now: Instant,
): { evidence: Evidence; added: number; changed: number; unchanged: number } {
  const announced = factsOf(before.announcements, (part) => [part.decisionNumber, part.signedOn]);
  const entered = factsOf(before.databaseEntries, (part) => [part.reference, part.enteredOn]);
  const displayed = factsOf(before.displays, (part) => [part.place, part.displayedOn]);
  const links = new Map(Object.entries(before.links).map(([plan, link]) => [plan, link.measures]));
  const counts = { added: 0, changed: 0, unchanged: 0 };
  const overwritten: string[] = [];
  for (const row of rows) {
    const { procedureCode } = row;
    const isNew = !announced.has(procedureCode) && !entered.has(procedureCode);
    const put = (facts: Facts, number: string, date: LegalDate): boolean => {
      const old = facts.get(procedureCode);
      if (old?.number === number && old.date === date) return false;
      if (old) overwritten.push(`${row.documentCode}/${procedureCode}`);
      facts.set(procedureCode, { number, date, recordedAt: now, recordedBy: importer });
      return true;
    };
    const changes = [
      put(announced, row.announcementNumber, row.announcedOn),
      put(entered, row.databaseReference, row.enteredOn),
      row.displayedOn !== undefined && put(displayed, '', row.displayedOn),
      link(links, row),
    ];
    counts[isNew ? 'added' : changes.includes(true) ? 'changed' : 'unchanged'] += 1;
  }
  let parts = 0;
  const id = () => `E${before.seq + 1}${parts++ === 0 ? '' : `.${parts}`}`;
  if (overwritten.length > 0) throw new ImportConflict('on-record', overwritten);
  return {
    ...counts,
    evidence: {
      links: Object.fromEntries(
        [...links].map(([plan, measures]) => [
          plan,
          before.links[plan]
            ? { ...before.links[plan], measures }
            : { seq: 0, approved: true, editors: [], measures },
        ]),
      ),
      announcements: grouped(announced, before.announcements, id, (base, { number, date }) => ({
        kind: 'announcement' as const,
        ...base,
        decisionNumber: number,
        signedOn: date,
      })),
      databaseEntries: grouped(entered, before.databaseEntries, id, (base, { number, date }) => ({
        kind: 'database-entry' as const,
        ...base,
        reference: number,
        enteredOn: date,
      })),
      displays: grouped(displayed, before.displays, id, (base, { number, date }) => ({
        kind: 'display' as const,
        ...base,
        place: number,
        displayedOn: date,
      })),
    },
  };
}

function factsOf<P extends Part>(parts: readonly P[], said: (part: P) => [string, LegalDate]): Facts {
  return new Map(
    parts.flatMap((part) => {
      const [number, date] = said(part);
      const { recordedAt, recordedBy } = part;
      return part.procedureCodes.map((code) => [code, { number, date, recordedAt, recordedBy }] as const);
    }),
  );
}

/** Says whether the row's link was another one before. */
function link(links: Map<string, DocumentState['links'][string]['measures']>, row: EvidenceRow): boolean {
  const { procedureCode, measure } = row;
  const plan = row.planCode ?? NO_PLAN;
  const old = links.get(plan) ?? [];
  const known = old.find((one) => one.procedureCode === procedureCode);
  if (known && (known.measure === measure || plan !== NO_PLAN)) return false;
  const others = old.filter((one) => one.procedureCode !== procedureCode);
  links.set(plan, [...others, { procedureCode, measure, hash: hashOf({ procedureCode, measure }) }]);
  return true;
}

type Base = Pick<Part, 'id' | 'recordedAt' | 'recordedBy' | 'procedureCodes'>;

/** Procedures of which the same is known make one part. */
function grouped<P extends Part>(
  facts: Facts,
  before: readonly P[],
  id: () => string,
  make: (base: Base, fact: Fact) => P,
): P[] {
  const groups = Map.groupBy(facts, ([, fact]) =>
    [fact.number, fact.date, fact.recordedAt, fact.recordedBy.id].join('\n'),
  );
  return [...groups.values()].map((group) => {
    const fact = (group[0] as [string, Fact])[1];
    const procedureCodes = group.map(([code]) => code).sort();
    const base = { recordedAt: fact.recordedAt, recordedBy: fact.recordedBy, procedureCodes };
    const made = make({ id: '', ...base }, fact);
    const same = before.find(
      (old) => JSON.stringify({ ...made, id: old.id }) === JSON.stringify(sorted(old, made)),
    );
    return same ?? { ...made, id: id() };
  });
}

/** `old` with its keys in the order of `made`, for comparison as text. */
const sorted = <P extends Part>(old: P, made: P): P =>
  Object.fromEntries(Object.keys(made).map((key) => [key, old[key as keyof P]])) as unknown as P;
