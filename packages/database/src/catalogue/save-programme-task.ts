import {
  onlyFinishes,
  type ProgrammeTask,
  type ProgrammeTaskInput,
} from '@tinhgon/rules/programme-task/task';
import type { Selectable } from 'kysely';
import { lockHeads } from '../events/append-events.ts';
import type { Db, Schema, Trx } from '../schema.ts';
import { NoSuchRow, ReasonMissing, VersionMoved } from './errors.ts';
import { isSame } from './is-same.ts';
import { type Stamp, writeCatalogue } from './write-catalogue.ts';

export const taskSubject = (code: string): string => `programme-task/${code}`;

export const taskOf = (row: Selectable<Schema['programme_task']>): ProgrammeTask => ({
  code: row.code,
  programme: row.programme,
  name: row.name,
  paper: row.paper,
  owner: row.owner,
  person: row.person,
  assignedOn: row.assigned_on,
  deadline: row.deadline,
  doneOn: row.done_on,
  result: row.result,
  version: row.version,
  removed: row.removed,
});

async function newest(trx: Trx, code: string): Promise<ProgrammeTask | null> {
  const row = await trx
    .selectFrom('programme_task')
    .selectAll()
    .where('code', '=', code)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? taskOf(row) : null;
}

/** Enters a task or its next version; the same again changes nothing. @throws VersionMoved, ReasonMissing */
export async function saveProgrammeTask(
  db: Db,
  { basedOn, reason, ...input }: ProgrammeTaskInput,
  stamp: Stamp,
): Promise<number> {
  return write(db, input.code, stamp, async (trx) => {
    const old = await newest(trx, input.code);
    if (old && isSame(old, { ...input, version: old.version, removed: false })) return old.version;
    if ((old?.version ?? 0) !== basedOn) throw new VersionMoved(String(old?.version ?? 0));
    if (old && reason === '' && !isFinishing(old, input)) throw new ReasonMissing();
    return { task: { ...input, version: basedOn + 1, removed: false }, reason };
  });
}

/** Whether what is sent only says that the task is done. */
export function isFinishing(
  old: ProgrammeTask,
  input: Omit<ProgrammeTaskInput, 'basedOn' | 'reason'>,
): boolean {
  const { version: _version, removed, ...before } = old;
  const otherwise = { doneOn: null, result: '' };
  return (
    !removed && onlyFinishes(before, input, isSame({ ...before, ...otherwise }, { ...input, ...otherwise }))
  );
}

/** Takes away a task that was entered by mistake; it stays on record. @throws NoSuchRow, VersionMoved */
export async function removeProgrammeTask(
  db: Db,
  { code, basedOn, reason }: { readonly code: string; readonly basedOn: number; readonly reason: string },
  stamp: Stamp,
): Promise<number> {
  return write(db, code, stamp, async (trx) => {
    const old = await newest(trx, code);
    if (!old) throw new NoSuchRow(code);
    if (old.removed) return old.version;
    if (old.version !== basedOn) throw new VersionMoved(String(old.version));
    return { task: { ...old, version: basedOn + 1, removed: true }, reason };
  });
}

interface Change {
  readonly task: ProgrammeTask;
  readonly reason: string;
}

/** Writes what `decide` makes of the newest version; a number is the version that already says so. */
async function write(
  db: Db,
  code: string,
  stamp: Stamp,
  decide: (trx: Trx) => Promise<Change | number>,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const subject = taskSubject(code);
    await lockHeads(trx, [subject]);
    const change = await decide(trx);
    if (typeof change === 'number') return change;
    await writeCatalogue(trx, [{ subject, body: { type: 'programmeTaskSaved', ...change } }], stamp);
    return change.task.version;
  });
}
