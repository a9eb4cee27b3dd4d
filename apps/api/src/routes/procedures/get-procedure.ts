import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { legalDateSchema } from '@tinhgon/rules/days';
import { codeSchema } from '@tinhgon/rules/text';
import { codeInput } from '../code-input.ts';
import { procedureDetail } from './procedure-detail.ts';

export const getProcedure = signedIn
  .input(codeInput.extend({ programme: codeSchema.optional(), asAt: legalDateSchema.optional() }))
  .output(procedureDetail)
  .query(() => pending());
