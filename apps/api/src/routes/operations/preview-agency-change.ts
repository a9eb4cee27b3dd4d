import { countWork } from '@tinhgon/database/operations/count-work';
import { agenciesOf } from '@tinhgon/database/operations/fix-agency-change';
import { agencyRefs } from '@tinhgon/database/queries/agency-refs';
import { statesOfDocuments, statesOfPlans } from '@tinhgon/database/queries/operations/states';
import { agencyChangeSchema } from '@tinhgon/rules/operation/agency-change';
import { agencyItems, type AgencyWork, receiverOf } from '@tinhgon/rules/operation/agency-items';
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
    const kinds = [...Map.groupBy(items, ({ subject }) => subject.slice(0, subject.indexOf('/')))];
    const codes = agenciesOf(change);
    const [counts, refOf, subjects] = await Promise.all([
      countWork(ctx.db, codes, today()),
      agencyRefs(ctx.db, codes),
      change.kind === 'split' ? assignable(ctx, change, work) : [],
    ]);
    return {
      change: changeView(change, refOf),
      counts,
      kinds: kinds
        .map(([kind, own]) => ({ kind, count: own.length }))
        .sort((a, b) => (a.kind < b.kind ? -1 : 1)),
      subjects,
    };
  });

/** Plans, documents and people that can each go to one or the other agency. */
async function assignable(
  { db, actor }: Pick<RequestContext, 'db'> & { readonly actor: Actor },
  change: AgencyChange,
  work: AgencyWork,
) {
  const codesOf = (kind: string): string[] =>
    work.subjects.flatMap(({ subject }) => (subject.startsWith(kind) ? [subject.slice(kind.length)] : []));
  const [plans, documents, people] = await Promise.all([
    statesOfPlans(db, actor, codesOf('plan/')),
    statesOfDocuments(db, codesOf('document/')),
    db
      .selectFrom('person')
      .select(['id', 'name'])
      .where('agency', 'in', change.from)
      .orderBy('name')
      .execute(),
  ]);
  const named = [
    ...[...plans].map(([code, { header }]) => ({ subject: `plan/${code}`, title: header.name })),
    ...[...documents].map(([code, { header }]) => ({ subject: `document/${code}`, title: header.title })),
    ...people.map(({ id, name }) => ({ subject: `person/${id}`, title: name })),
  ];
  return named.map((one) => ({ ...one, receiver: receiverOf(change, one.subject) }));
}
