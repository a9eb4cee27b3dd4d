import { listAssignments as assignments } from '@tinhgon/database';
import { signedIn } from '../../trpc.ts';
import { assignmentView } from '@tinhgon/rules/views/common';
import { z } from 'zod';

export const listAssignments = signedIn
  .output(z.array(assignmentView))
  .query(({ ctx }) => assignments(ctx.db));
