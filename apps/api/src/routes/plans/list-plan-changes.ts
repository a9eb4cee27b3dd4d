import { contentsOf } from '@tinhgon/database';
import { eventOf } from '@tinhgon/database/events/recorded-event';
import { planContentSchema } from '@tinhgon/rules/content';
import type { PlanEvent } from '@tinhgon/rules/plan/event';
import { evolvePlan } from '@tinhgon/rules/plan/evolve';
import type { PlanState } from '@tinhgon/rules/plan/state';
import { planSubject } from '@tinhgon/workflows/subject/messages';
import { visiblePlan } from '../../commands/subject-state.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { planChangesView } from './changes-view.ts';
import { compareSavings } from './compare-savings.ts';

const SAVINGS: readonly PlanEvent['type'][] = ['contentSaved', 'documentLinked', 'documentUnlinked'];

export const listPlanChanges = signedIn
  .input(codeInput)
  .output(planChangesView)
  .query(async ({ ctx, input }) => {
    await visiblePlan(ctx, ctx.actor, input.code);
    const rows = await ctx.db
      .selectFrom('current_event')
      .selectAll()
      .where('subject', '=', planSubject(input.code))
      .orderBy('seq')
      .execute();
    const steps: { event: PlanEvent; before: PlanState | null; after: PlanState }[] = [];
    for (const row of rows) {
      const event = eventOf(row) as PlanEvent;
      const before = steps.at(-1)?.after ?? null;
      steps.push({ event, before, after: evolvePlan(before, event) });
    }
    const contents = await contentsOf(
      ctx.db,
      steps.map(({ after }) => after.content),
    );
    const saving = ({ content, measures }: PlanState) => ({
      content: planContentSchema.parse(contents.get(content)),
      measures,
    });
    return steps.toReversed().flatMap(({ event, before, after }) => {
      if (!before || !SAVINGS.includes(event.type)) return [];
      const { seq, at, actor } = event;
      return [{ seq, at, actor, ...compareSavings(saving(before), saving(after)) }];
    });
  });
