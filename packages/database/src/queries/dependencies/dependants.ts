import type { Actor } from '@tinhgon/rules/actor';
import type { DependantsView, dependantsInput } from '@tinhgon/rules/views/dependencies';
import type { DocumentSummary } from '@tinhgon/rules/views/plan';
import { z } from 'zod';
import type { Db } from '../../schema.ts';
import { searchKey } from '../../search-key.ts';
import { agencyRefs } from '../agency-refs.ts';
import { cursorOf, placeOf, word } from '../cursor.ts';
import { documentSummaries } from '../documents/document-summaries.ts';
import { procedureNames } from '../procedures/procedure-names.ts';
import type { ReadOn } from '../reader.ts';
import { type Asked, askedOf } from './asked-of.ts';

const place = z.tuple([word(60), word(60)]);

/**
 * What a document holds up, for everyone to count and for the reader to read; null when there is none of that code.
 * @throws InvalidCursor
 */
export async function dependants(
  db: Db,
  actor: Actor,
  code: string,
  asked: z.output<typeof dependantsInput>,
  on: ReadOn,
): Promise<DependantsView | null> {
  const [document] = await documentSummaries(db, [code], on);
  if (!document) return null;
  const all = await askedOf(db, actor, { documents: [code] });
  const held = all.filter((one) => !one.complete);
  const [refOf, nameOf] = await Promise.all([
    agencyRefs(
      db,
      all.map((one) => one.ministry),
    ),
    procedureNames(
      db,
      all.flatMap((one) => (one.visible ? [one.procedureCode] : [])),
    ),
  ]);
  const after = placeOf(place, asked.cursor);
  const words = searchKey(asked.q ?? '')
    .split(' ')
    .filter(Boolean);
  const fitting = (asked.status === 'held' ? held : all).filter(
    (one) =>
      (asked.ministry === undefined || one.ministry === asked.ministry) &&
      (asked.plan === undefined || (one.visible && one.planCode === asked.plan)),
  );
  const lines = fitting
    .filter((one) => one.visible)
    .filter((one) => {
      const text = searchKey(one.procedureCode, nameOf(one.procedureCode).vi, nameOf(one.procedureCode).en);
      return words.every((part) => text.includes(part));
    });
  const rest = after ? lines.filter((one) => isAfter([one.planCode, one.procedureCode], after)) : lines;
  const page = rest.slice(0, asked.limit);
  const last = page.at(-1);
  return {
    document: {
      code,
      title: document.title,
      type: document.type,
      phase: document.phase,
      daysLate: daysLateOf(document),
    },
    procedures: distinct(all, (one) => one.procedureCode),
    held: {
      procedures: distinct(held, (one) => one.procedureCode),
      plans: distinct(
        held.filter((one) => one.planCode !== ''),
        (one) => one.planCode,
      ),
      ministries: distinct(held, (one) => one.ministry),
    },
    byMinistry: [...Map.groupBy(held, (one) => one.ministry)]
      .map(([ministry, own]) => ({
        agency: refOf(ministry),
        procedures: distinct(own, (one) => one.procedureCode),
        plans: distinct(
          own.filter((one) => one.planCode !== ''),
          (one) => one.planCode,
        ),
      }))
      .toSorted((a, b) => b.procedures - a.procedures || compare(a.agency.code, b.agency.code)),
    plans: [
      ...Map.groupBy(
        held.filter((one) => one.visible && one.planCode !== ''),
        (one) => one.planCode,
      ),
    ]
      .map(([planCode, own]) => ({
        code: planCode,
        name: own[0]?.planName ?? planCode,
        leadAgency: refOf(own[0]?.ministry ?? ''),
        procedures: own.length,
      }))
      .toSorted((a, b) => b.procedures - a.procedures || compare(a.code, b.code)),
    items: page.map((one) => ({
      procedureCode: one.procedureCode,
      name: nameOf(one.procedureCode),
      measure: one.measure,
      held: !one.complete,
      planCode: one.planCode === '' ? null : one.planCode,
      ministry: refOf(one.ministry),
      otherDocuments: one.documents.filter((other) => other !== code),
    })),
    total: lines.length,
    // Words are looked for in what the reader may read alone.
    hidden: words.length > 0 ? 0 : fitting.filter((one) => !one.visible).length,
    nextCursor: last && rest.length > page.length ? cursorOf([last.planCode, last.procedureCode]) : null,
  };
}

/** Working days of what it has missed longest. */
export const daysLateOf = ({ missed }: Pick<DocumentSummary, 'missed'>): number =>
  Math.max(0, ...missed.map((one) => one.daysLate));

const distinct = (rows: readonly Asked[], of: (row: Asked) => string): number => new Set(rows.map(of)).size;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isAfter = (one: readonly [string, string], other: readonly [string, string]): boolean =>
  (compare(one[0], other[0]) || compare(one[1], other[1])) > 0;
