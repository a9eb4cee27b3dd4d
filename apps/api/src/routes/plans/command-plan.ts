import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { planCommandSchema } from '@tinhgon/rules/plan/command';
import { commandAnswer } from '@tinhgon/rules/views/feed';
import { codeInput } from '../code-input.ts';

export const commandPlan = signedIn
  .input(codeInput.extend({ command: planCommandSchema }))
  .output(commandAnswer)
  .mutation(() => pending());
