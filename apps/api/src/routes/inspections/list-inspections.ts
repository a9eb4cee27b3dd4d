import { listInspections as list } from '@tinhgon/database/queries/inspections/list-inspections';
import { inspectionListInput, inspectionPage } from '@tinhgon/rules/views/inspection';
import { signedIn } from '../../trpc.ts';
import { readOn } from '../as-at.ts';
import { paged } from '../paged.ts';

export const listInspections = signedIn
  .input(paged(inspectionListInput))
  .output(inspectionPage)
  .query(async ({ ctx, input }) => list(ctx.db, ctx.actor, input, await readOn(ctx.db)));
