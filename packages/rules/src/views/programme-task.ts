import { z } from 'zod';
import { TASK_STANDINGS } from '../programme-task/standing.ts';
import { codeSchema } from '../text.ts';
import { agencyRef, page } from './common.ts';
import { totalsInput } from './totals.ts';

export const TASK_FILTERS = [...TASK_STANDINGS, 'done', 'not-done'] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];

export const programmeTaskListInput = totalsInput.extend({
  programme: codeSchema,
  paper: z.string().max(500).optional(),
  owner: codeSchema.optional(),
  standing: z.enum(TASK_FILTERS).optional(),
  q: z.string().max(200).optional(),
  cursor: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const programmeTaskItem = z.object({
  code: z.string(),
  name: z.string(),
  paper: z.string(),
  owner: agencyRef,
  person: z.object({ id: z.string(), name: z.string() }).nullable(),
  assignedOn: z.string(),
  deadline: z.string(),
  /** Null as well when it was done after the day asked about. */
  doneOn: z.string().nullable(),
  result: z.string(),
  standing: z.enum(TASK_STANDINGS),
  version: z.int(),
});
export type ProgrammeTaskItem = z.infer<typeof programmeTaskItem>;

export const taskCounts = z.object({
  total: z.int(),
  done: z.int(),
  onTime: z.int(),
  late: z.int(),
  notDone: z.int(),
  overdue: z.int(),
  sharePercent: z.number().nullable(),
});

/** Tasks not done first, each part by deadline. `counts` are of all that match but for the standing asked for. */
export const programmeTaskPage = page(programmeTaskItem).extend({
  asAt: z.string(),
  knownAt: z.string(),
  mayEnter: z.boolean(),
  counts: taskCounts,
  /** Papers that give tasks of the programme, by name, each with its counts; and agencies that answer for them. */
  papers: z.array(z.object({ paper: z.string(), counts: taskCounts })),
  owners: z.array(agencyRef),
});
export type ProgrammeTaskPage = z.infer<typeof programmeTaskPage>;

/** A task in all its versions, newest first: what it said, since when, by whom and why. */
export const programmeTaskView = programmeTaskItem.extend({
  programme: z.string(),
  removed: z.boolean(),
  versions: z.array(
    programmeTaskItem.omit({ standing: true, code: true }).extend({
      removed: z.boolean(),
      at: z.string(),
      by: z.string(),
      reason: z.string(),
    }),
  ),
});
export type ProgrammeTaskView = z.infer<typeof programmeTaskView>;

export const programmeTaskSaved = z.object({ code: z.string(), version: z.int() });
