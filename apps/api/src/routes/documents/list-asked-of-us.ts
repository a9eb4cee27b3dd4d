import { listAskedOfUs as list } from '@tinhgon/database/queries/consultation/asked-of-us';
import { askedOfUs } from '@tinhgon/rules/views/consultation';
import { signedIn } from '../../trpc.ts';
import { today } from '../as-at.ts';

export const listAskedOfUs = signedIn.output(askedOfUs).query(({ ctx }) => list(ctx.db, ctx.actor, today()));
