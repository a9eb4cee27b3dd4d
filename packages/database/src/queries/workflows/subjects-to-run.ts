import { isEnded, OPERATION_STATES } from '@tinhgon/rules/operation/operation';
import { REPORT_UNDER_WAY } from '@tinhgon/rules/views/report';
import type { Db } from '../../schema.ts';
import { openSubjects } from './open-subjects.ts';

/**
 * Everything on record a workflow must be running for: open subjects, except those an import has not yet let go, and
 * operations and reports that have not ended.
 */
export async function subjectsToRun(db: Db): Promise<string[]> {
  const [open, held, operations, reports] = await Promise.all([
    openSubjects(db),
    db.selectFrom('pending_start').select('subject').where('ready', '=', false).execute(),
    db
      .selectFrom('operation')
      .select('id')
      .where(
        'state',
        'in',
        OPERATION_STATES.filter((state) => !isEnded(state)),
      )
      .orderBy('at')
      .execute(),
    db.selectFrom('report').select('id').where('state', 'in', REPORT_UNDER_WAY).orderBy('asked_at').execute(),
  ]);
  const waiting = new Set(held.map(({ subject }) => subject));
  return [
    ...open.map(({ kind, code }) => `${kind}/${code}`).filter((subject) => !waiting.has(subject)),
    ...operations.map(({ id }) => `operation/${id}`),
    ...reports.map(({ id }) => `report/${id}`),
  ];
}
