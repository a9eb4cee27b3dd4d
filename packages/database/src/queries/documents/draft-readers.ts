import type { Actor } from '@tinhgon/rules/actor';
import { consultationsOf } from '@tinhgon/rules/consultation/state';
import type { DocumentState } from '@tinhgon/rules/document/state';
import { mayReadDraft } from '@tinhgon/rules/policy';
import { NO_PLAN } from '../../rows/no-plan.ts';

/** Whether `actor` reads what is drafted in a document; `plans` are those of its links they may see. */
export const readsDraft = (
  actor: Actor,
  state: DocumentState,
  plans: ReadonlyMap<string, string>,
  signed = state.promulgation !== null,
): boolean =>
  mayReadDraft(
    actor,
    {
      leadAgency: state.leadAgency,
      signed,
      openSteps: state.steps,
      consulted: consultationsOf(state).map(({ agency }) => agency),
    },
    plans.size > 0 && Object.keys(state.links).some((plan) => plan !== NO_PLAN && plans.has(plan)),
  );
