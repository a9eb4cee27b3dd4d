import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { documentListInput, documentPage } from '@tinhgon/rules/views/document';

export const listDocuments = signedIn
  .input(documentListInput.strict())
  .output(documentPage)
  .query(() => pending());
