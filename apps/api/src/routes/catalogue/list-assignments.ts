import { pending } from '../pending.ts';
import { signedIn } from '../../trpc.ts';
import { assignmentView } from '@tinhgon/rules/views/common';
import { z } from 'zod';

export const listAssignments = signedIn.output(z.array(assignmentView)).query(() => pending());
