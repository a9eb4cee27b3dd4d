import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { codeInput } from '../code-input.ts';
import { planChangesView } from './changes-view.ts';

export const listPlanChanges = signedIn
  .input(codeInput)
  .output(planChangesView)
  .query(() => pending());
