import { agencyByCode, personById } from '@tinhgon/database';
import {
  removeProgrammeTask as remove,
  saveProgrammeTask as save,
} from '@tinhgon/database/catalogue/save-programme-task';
import { programmeByCode } from '@tinhgon/database/queries/catalogue/programmes';
import { getTask } from '@tinhgon/database/queries/programme-tasks/get-task';
import { listTasks } from '@tinhgon/database/queries/programme-tasks/list-tasks';
import type { Db } from '@tinhgon/database/schema';
import { mayKeepRecord } from '@tinhgon/rules/policy';
import {
  type ProgrammeTaskInput,
  programmeTaskInputSchema,
  removeProgrammeTaskSchema,
} from '@tinhgon/rules/programme-task/task';
import {
  programmeTaskListInput,
  programmeTaskPage,
  programmeTaskSaved,
  programmeTaskView,
} from '@tinhgon/rules/views/programme-task';
import { totalsInput } from '@tinhgon/rules/views/totals';
import { refuse } from '../../errors/refusal.ts';
import { signedIn } from '../../trpc.ts';
import { asAtOf, today } from '../as-at.ts';
import { keepsRecord, stampOf } from '../catalogue/keeping.ts';
import { codeInput } from '../code-input.ts';
import { found } from '../found.ts';
import { orWhatIsWrong } from '../indicators/keeping.ts';
import { paged } from '../paged.ts';

export const listProgrammeTasks = signedIn
  .input(paged(programmeTaskListInput))
  .output(programmeTaskPage)
  .query(async ({ ctx, input }) => {
    found(await programmeByCode(ctx.db, input.programme));
    const days = await asAtOf(ctx.db, input);
    return { ...(await listTasks(ctx.db, { ...input, ...days })), mayEnter: mayKeepRecord(ctx.actor) };
  });

export const getProgrammeTask = signedIn
  .input(codeInput.extend(totalsInput.shape))
  .output(programmeTaskView)
  .query(async ({ ctx, input }) => found(await getTask(ctx.db, input.code, await asAtOf(ctx.db, input))));

export const saveProgrammeTask = keepsRecord
  .input(programmeTaskInputSchema)
  .output(programmeTaskSaved)
  .mutation(async ({ ctx, input }) => {
    await checkReferences(ctx.db, input);
    const version = await save(ctx.db, input, stampOf(ctx.actor)).catch(orWhatIsWrong);
    return { code: input.code, version };
  });

export const removeProgrammeTask = keepsRecord
  .input(codeInput.extend(removeProgrammeTaskSchema.shape))
  .output(programmeTaskSaved)
  .mutation(async ({ ctx, input }) => {
    const version = await remove(ctx.db, input, stampOf(ctx.actor)).catch(orWhatIsWrong);
    return { code: input.code, version };
  });

/** Throws Refusal for what the catalogue does not know, and for what is said to have been done later than today. */
async function checkReferences(db: Db, input: ProgrammeTaskInput): Promise<void> {
  const { programme, owner, person, assignedOn, doneOn } = input;
  if (!(await programmeByCode(db, programme))) throw refuse('UNKNOWN_PROGRAMME', { field: 'programme' });
  const agency = await agencyByCode(db, owner);
  if (!agency) throw refuse('UNKNOWN_AGENCY', { field: 'owner' });
  if (agency.from > assignedOn || (agency.to !== null && agency.to < assignedOn)) {
    throw refuse('AGENCY_ENDED', { field: 'owner' });
  }
  if (person !== null && !(await personById(db, person))) throw refuse('UNKNOWN_PERSON', { field: 'person' });
  if (doneOn !== null && doneOn > today()) throw refuse('DATE_IN_FUTURE', { field: 'doneOn' });
}
