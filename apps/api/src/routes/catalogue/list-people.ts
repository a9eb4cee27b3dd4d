import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { personView } from '@tinhgon/rules/views/catalogue';
import { z } from 'zod';

export const listPeople = signedIn.output(z.array(personView)).query(() => pending());
