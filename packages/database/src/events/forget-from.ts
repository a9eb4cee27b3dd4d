import { sql } from 'kysely';
import type { Trx } from '../schema.ts';
import { parseSubject } from './subject.ts';

/**
 * Turns a subject to a later epoch: its events from `seq` on are marked as abandoned, and the rows that say since
 * when something was known are taken away, to be made again from the events that hold. Answers the procedures whose
 * links these were.
 */
export async function forgetFrom(trx: Trx, subject: string, epoch: number, seq: number): Promise<string[]> {
  const { kind, code } = parseSubject(subject);
  await sql`insert into epoch (subject, epoch, from_seq) values (${subject}, ${epoch}, ${seq})`.execute(trx);
  await trx.deleteFrom('subject_period').where('subject', '=', subject).execute();
  await trx.deleteFrom('step_period').where('subject', '=', subject).execute();
  await trx.deleteFrom('attached_file').where('subject', '=', subject).execute();
  if (kind === 'plan') {
    const links = trx.selectFrom('link').select('procedure_code').where('plan_code', '=', code);
    const linked = await links.distinct().execute();
    await trx.deleteFrom('link').where('plan_code', '=', code).execute();
    await trx.deleteFrom('cost_period').where('plan_code', '=', code).execute();
    return linked.map((link) => link.procedure_code);
  }
  if (kind === 'document') {
    const links = trx.selectFrom('link').select('procedure_code').where('document_code', '=', code);
    const linked = await links.distinct().execute();
    await trx.deleteFrom('link').where('plan_code', '=', '').where('document_code', '=', code).execute();
    await trx.deleteFrom('evidence').where('document_code', '=', code).execute();
    await trx.deleteFrom('evidence_procedure').where('document_code', '=', code).execute();
    return linked.map((link) => link.procedure_code);
  }
  return [];
}
