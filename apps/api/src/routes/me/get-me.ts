import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { meView } from '@tinhgon/rules/views/common';

export const getMe = signedIn.output(meView).query(() => pending());
