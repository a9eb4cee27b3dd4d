import { saveMapping as save } from '@tinhgon/database';
import { listMappings as list } from '@tinhgon/database/queries/imports/mappings';
import { homesOf } from '@tinhgon/rules/person';
import { keptMapping, mappingInput, mappingSaved, mappingsInput } from '@tinhgon/rules/views/import-mapping';
import { z } from 'zod';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { orStale } from '../terms/keeping.ts';

/** How spreadsheets of the reader's own agency, and of those whose work it has, are read. Nobody else's. */
export const listMappings = keepsRecord
  .input(mappingsInput)
  .output(z.array(keptMapping))
  .query(({ ctx, input }) => list(ctx.db, homesOf(ctx.actor), input.kind));

export const saveMapping = keepsRecord
  .input(mappingInput)
  .output(mappingSaved)
  .mutation(({ ctx, input }) => save(ctx.db, ctx.actor.agency, input, stampOf(ctx.actor)).catch(orStale));
