import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { documentView } from '@tinhgon/rules/views/document';
import { codeInput } from '../code-input.ts';

export const getDocument = signedIn
  .input(codeInput)
  .output(documentView)
  .query(() => pending());
