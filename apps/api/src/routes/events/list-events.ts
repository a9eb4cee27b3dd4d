import { feedPage } from '@tinhgon/rules/views/feed';
import { signedIn } from '../../trpc.ts';
import { pending } from '../pending.ts';
import { feedInput } from './feed-input.ts';

export const listEvents = signedIn
  .input(feedInput)
  .output(feedPage)
  .query(() => pending());
