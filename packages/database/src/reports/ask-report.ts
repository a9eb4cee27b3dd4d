import type { AsAt } from '@tinhgon/rules/counting';
import type { Instant } from '@tinhgon/rules/days';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { Db } from '../schema.ts';

export interface NewReport extends AsAt {
  readonly id: string;
  readonly programme: string;
  readonly language: ReportLanguage;
  readonly template: number;
  /** Whether that version was asked for, rather than taken as the newest. */
  readonly templateAsked: boolean;
  /** Whether `knownAt` was asked for, rather than taken from the present. */
  readonly momentAsked: boolean;
  readonly by: { readonly id: string; readonly name: string };
  readonly now: Instant;
}

/**
 * Enters a report for the worker to make. Asked for again by the same person with the same id, it is the same one; false
 * when the id is that of another.
 */
export async function askReport(db: Db, report: NewReport): Promise<boolean> {
  const { id, programme, asAt, knownAt, momentAsked, language, template, templateAsked, by, now } = report;
  return db.transaction().execute(async (trx) => {
    const entered = await trx
      .insertInto('report')
      .values({
        id,
        programme,
        as_at: asAt,
        known_at: knownAt,
        language,
        template_version: template,
        state: 'waiting',
        done: 0,
        total: 0,
        asked_by_id: by.id,
        asked_by_name: by.name,
        asked_at: now,
        finished_at: null,
        simplified: null,
        baseline: null,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (entered.numInsertedOrUpdatedRows === 0n) {
      const known = await trx.selectFrom('report').selectAll().where('id', '=', id).executeTakeFirst();
      return (
        known?.asked_by_id === by.id &&
        known.programme === programme &&
        known.as_at === asAt &&
        known.language === language &&
        (!templateAsked || known.template_version === template) &&
        (!momentAsked || known.known_at === knownAt)
      );
    }
    await trx
      .insertInto('pending_start')
      .values({ subject: `report/${id}`, ready: true, asked_at: now })
      .onConflict((conflict) => conflict.column('subject').doNothing())
      .execute();
    return true;
  });
}
