import { countWork } from '@tinhgon/database/operations/count-work';
import { agenciesOf } from '@tinhgon/database/operations/fix-agency-change';
import { countClocks } from '@tinhgon/database/operations/count-clocks';
import { titlesOf } from '@tinhgon/database/queries/operations/titles';
import { agencyChangeSchema } from '@tinhgon/rules/operation/agency-change';
import { agencyItems } from '@tinhgon/rules/operation/agency-items';
import { itemKind } from '@tinhgon/rules/operation/item-kind';
import { type AgencyWork, receiverOf } from '@tinhgon/rules/operation/agency-work';
import type { AgencyChange } from '@tinhgon/rules/operation/parameters';
import { agencyChangePreview } from '@tinhgon/rules/views/operation';
import { workOfChange } from '../../commands/begin-agency-change.ts';
import type { RequestContext } from '../../request-context.ts';
import type { Actor } from '@tinhgon/rules/actor';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';
import { changeOf, changeView } from './change-view.ts';

/** What a change of agencies would move, counted by kind; changes nothing. */
export const previewAgencyChange = signedIn
  .input(agencyChangeSchema)
  .output(agencyChangePreview)
  .mutation(async ({ ctx, input }) => {
    const change = changeOf(input);
    const work = await workOfChange(ctx.db, ctx.actor, change);
    const items = agencyItems(change, work, (id) => `${id}/continued`);
    const kinds = [...Map.groupBy(items, itemKind)];
    const codes = agenciesOf(change);
    const [counts, shown, clocks, subjects] = await Promise.all([
      countWork(ctx.db, codes, today()),
      changeView(ctx.db, change),
      countClocks(ctx.db, work.subjects),
      change.kind === 'split' ? assignable(ctx, change, work) : [],
    ]);
    return {
      change: shown,
      counts,
      kinds: kinds
        .map(([kind, own]) => ({ kind, count: own.length }))
        .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      // A move leaves days and calendars as they are.
      clocks: { open: clocks, changed: 0 },
      subjects,
    };
  });

/** Everything that can go to one or the other agency. */
async function assignable(
  { db, actor }: Pick<RequestContext, 'db'> & { readonly actor: Actor },
  change: AgencyChange,
  work: AgencyWork,
) {
  const subjects = [
    ...work.subjects.map(({ subject }) => subject),
    ...work.people.map(({ id }) => `person/${id}`),
  ];
  const titles = await titlesOf(db, actor, subjects);
  return subjects.flatMap((subject) => {
    const title = titles.get(subject);
    return title === undefined ? [] : [{ subject, title, receiver: receiverOf(change, subject) }];
  });
}
