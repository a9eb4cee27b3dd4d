import { WorkflowNotFoundError } from '@temporalio/client';
import { heirOf } from '@tinhgon/database/queries/catalogue/ended-agency';
import type { Db } from '@tinhgon/database/schema';
import { dayOf } from '@tinhgon/rules/day';
import type { PlanLinkNews } from '@tinhgon/rules/messages';
import type { StateOf } from '@tinhgon/rules/subject-kinds';
import { isClosed } from '@tinhgon/rules/vocabulary';
import { bottleneckNewsSignal } from '@tinhgon/workflows/campaign/messages';
import { documentNewsSignal } from '@tinhgon/workflows/plan/messages';
import { planLinkNewsSignal } from '@tinhgon/workflows/document/messages';
import type { NewsBatch } from '@tinhgon/workflows/subject/activities';
import type { Logger } from 'pino';
import { type Starting, startOptionsFromRecord } from './start-from-record.ts';

type Receiver = NewsBatch['to'];

/** What each kind of receiver hears news by. */
const SIGNAL: Readonly<Record<Receiver, string>> = {
  plan: documentNewsSignal.name,
  document: planLinkNewsSignal.name,
  campaign: bottleneckNewsSignal.name,
};

/** Whether one whose workflow has ended is begun again to hear its news. */
const HEARS_NEWS: { readonly [K in Receiver]: (phase: StateOf[K]['phase']) => boolean } = {
  plan: (phase) => !isClosed(phase),
  // One that is done takes up new links; a refused or withdrawn one hears nothing.
  document: (phase) => !isClosed(phase) || phase === 'done',
  // What comes late is an answer all the same.
  campaign: () => true,
};
const hearsNews = <K extends Receiver>(kind: K, phase: StateOf[K]['phase']): boolean =>
  HEARS_NEWS[kind](phase);

/**
 * Tells every receiver of the batch. News whose receiver has ended for good, or never was, are dropped with a
 * line in the log. Throws when one could not be told: the batch is then sent again, which does no harm.
 */
export async function deliverNews(starting: Starting, log: Logger, batch: NewsBatch): Promise<void> {
  const told = await Promise.allSettled(
    Object.entries(batch.news).map(([code, news]) => tell(starting, log, batch, code, news)),
  );
  const failed = told.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
}

async function tell(
  starting: Starting,
  log: Logger,
  { from, to }: NewsBatch,
  code: string,
  told: object,
): Promise<void> {
  const news = to === 'document' ? { ...told, ...(await heirOfDone(starting.db, code)) } : told;
  const signal = SIGNAL[to];
  const { workflow } = starting.client;
  try {
    await workflow.getHandle(`${to}/${code}`).signal(signal, news);
    return;
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
  const options = await startOptionsFromRecord(starting, to, code);
  if (!options || !hearsNews(to, options.phase)) {
    log.warn(
      { from, to: `${to}/${code}`, phase: options?.phase ?? null },
      'news dropped: nobody there to hear it',
    );
    return;
  }
  const { phase: _phase, workflowType, ...start } = options;
  await workflow.signalWithStart(workflowType, { ...start, signal, signalArgs: [news] });
}

/** Who has the work of the agency of a document that is done, where that agency has ended since. */
async function heirOfDone(db: Db, code: string): Promise<Pick<PlanLinkNews, 'heir'>> {
  const document = await db
    .selectFrom('document')
    .select('lead_agency as agency')
    .where('code', '=', code)
    .where('phase', '=', 'done')
    .executeTakeFirst();
  return document ? heirOf(db, document.agency, dayOf(new Date().toISOString())) : {};
}
