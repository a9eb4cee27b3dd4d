import type { Actor } from '@tinhgon/rules/actor';
import type { waitsForView } from '@tinhgon/rules/views/dependencies';
import type { z } from 'zod';
import type { Db } from '../../schema.ts';
import { documentSummaries } from '../documents/document-summaries.ts';
import type { ReadOn } from '../reader.ts';
import { askedOf } from './asked-of.ts';

/**
 * The documents a procedure needs: those of approved plans, which everyone may know, and those of plans on their
 * way that the reader may see.
 */
export async function waitsFor(
  db: Db,
  actor: Actor,
  procedureCode: string,
  on: ReadOn,
): Promise<z.infer<typeof waitsForView>> {
  const [asked, links] = await Promise.all([
    askedOf(db, actor, { procedures: [procedureCode] }),
    db
      .selectFrom('link')
      .select('document_code')
      .where('procedure_code', '=', procedureCode)
      .where('known_to', 'is', null)
      .execute(),
  ]);
  const known = new Set(links.map((link) => link.document_code));
  const shown = asked.filter((one) => one.visible || known.has(one.documentCode));
  const complete = new Map(shown.map((one) => [one.documentCode, one.complete]));
  const summaries = await documentSummaries(db, [...complete.keys()], on);
  return summaries.map((document) => ({ document, complete: complete.get(document.code) ?? false }));
}
