import {
  NoSuchRow,
  removeMapping as remove,
  renameMapping as rename,
  saveMapping as save,
} from '@tinhgon/database';
import { listMappings as list } from '@tinhgon/database/queries/imports/mappings';
import type { Actor } from '@tinhgon/rules/actor';
import { importKindsOf } from '@tinhgon/rules/importing';
import { homesOf } from '@tinhgon/rules/person';
import type { ImportKind } from '@tinhgon/rules/views/import';
import {
  keptMapping,
  mappingInput,
  mappingSaved,
  mappingsInput,
  removeMappingInput,
  renameMappingInput,
} from '@tinhgon/rules/views/import-mapping';
import { z } from 'zod';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { stampOf } from '../catalogue/keeping.ts';
import { orStale } from '../terms/keeping.ts';

/** What `actor` imports, of the kinds that are asked for. Throws Refusal FORBIDDEN where that is nothing. */
function kindsFor(actor: Actor, kind: ImportKind | undefined): readonly ImportKind[] {
  const kinds = importKindsOf(actor).filter((one) => kind === undefined || one === kind);
  if (kinds.length === 0) throw refuse('FORBIDDEN');
  return kinds;
}

/** How spreadsheets of the reader's own agency, and of those whose work it has, are read. Nobody else's. */
export const listMappings = signedIn
  .input(mappingsInput)
  .output(z.array(keptMapping))
  .query(({ ctx, input }) => list(ctx.db, homesOf(ctx.actor), kindsFor(ctx.actor, input.kind)));

export const saveMapping = signedIn
  .input(mappingInput)
  .output(mappingSaved)
  .mutation(({ ctx, input }) => {
    kindsFor(ctx.actor, input.kind);
    return save(ctx.db, ctx.actor.agency, input, stampOf(ctx.actor)).catch(orStale);
  });

const orGone = (error: unknown): never => {
  if (error instanceof NoSuchRow) throw refuse('NOT_FOUND');
  return orStale(error);
};

/** Whoever finds a mapping again when a file comes gives it a name, and does away with it. */
export const renameMapping = signedIn
  .input(renameMappingInput)
  .output(mappingSaved)
  .mutation(({ ctx: { db, actor }, input }) => {
    kindsFor(actor, input.kind);
    return rename(db, { ...input, agencies: homesOf(actor) }, stampOf(actor)).catch(orGone);
  });

export const removeMapping = signedIn
  .input(removeMappingInput)
  .output(mappingSaved)
  .mutation(({ ctx: { db, actor }, input }) => {
    kindsFor(actor, input.kind);
    return remove(db, { ...input, agencies: homesOf(actor) }, stampOf(actor)).catch(orGone);
  });
