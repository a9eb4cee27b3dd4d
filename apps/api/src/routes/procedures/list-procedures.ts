import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { procedureListInput, procedurePage } from '@tinhgon/rules/views/totals';

export const listProcedures = signedIn
  .input(procedureListInput.strict())
  .output(procedurePage)
  .query(() => pending());
