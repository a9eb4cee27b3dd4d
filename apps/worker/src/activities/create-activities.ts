import { ApplicationFailure, Context, heartbeat } from '@temporalio/activity';
import { EpochConflict } from '@tinhgon/database/events/errors';
import { projectEvents } from '@tinhgon/database/events/project-events';
import { forgetPersonal } from '@tinhgon/database/at-work/forget-personal';
import { pruneNotifications } from '@tinhgon/database/reminders/prune-notifications';
import { pruneDeliveries } from '@tinhgon/database/webhooks/prune-deliveries';
import type { OperationActivities } from '@tinhgon/workflows/operation/activities';
import type { Mailer } from '../mail/mailer.ts';
import { keepCheckpoint } from '@tinhgon/database/record/keep-checkpoint';
import type { CheckpointActivities } from '@tinhgon/workflows/checkpoint/checkpoint';
import type { PruningActivities } from '@tinhgon/workflows/pruning/pruning';
import type { RemindersActivities } from '@tinhgon/workflows/reminders/reminders';
import type { ReportActivities } from '@tinhgon/workflows/report/report';
import { giveUpReport } from '@tinhgon/database/reports/make-report';
import { makeReport, type ReportToMake } from '../reports/make-report.ts';
import type { ReconcileActivities } from '@tinhgon/workflows/reconcile/reconcile';
import {
  EPOCH_CONFLICT,
  type EventBatch,
  type EpochConflictDetails,
  type SubjectActivities,
} from '@tinhgon/workflows/subject/activities';
import type { Logger } from 'pino';
import { createOperationActivities } from '../operations/create-operation-activities.ts';
import { createReminderActivities } from '../reminders/create-reminder-activities.ts';
import { observeLag } from '../metrics.ts';
import { reconcile } from '../reconcile.ts';
import type { EventEnvelope } from '@tinhgon/rules/plan/event';
import { checkReceipts, NoReceipt } from './check-receipts.ts';
import { deliverNews } from './deliver-news.ts';
import type { Starting } from './start-from-record.ts';

/** From which database reports are made, and whether what lies in it is synthetic. */
type ReportsOf = Omit<ReportToMake, 'id'>;

/** The activities of the workflows, with the database and client they work on. */
export function createActivities(
  starting: Starting,
  mailer: Mailer | null,
  log: Logger,
  { databaseUrl, evaluation }: ReportsOf,
): SubjectActivities &
  ReconcileActivities &
  OperationActivities &
  RemindersActivities &
  PruningActivities &
  CheckpointActivities &
  ReportActivities {
  const { db, client, taskQueue, keyRing } = starting;
  const checkBatch = async ({ subject, events }: EventBatch): Promise<void> => {
    if (!keyRing) return;
    try {
      await checkReceipts(db, keyRing, subject, events as readonly EventEnvelope[]);
    } catch (error) {
      if (error instanceof NoReceipt) log.error({ err: error, subject }, 'kept out of the record');
      throw error;
    }
  };
  return {
    projectEvents: async (batch) => {
      try {
        await checkBatch(batch);
        const events = batch as Parameters<typeof projectEvents>[1];
        const written = await projectEvents(db, events);
        if (events.events[0]) observeLag(events.events[0].at);
        return written;
      } catch (error) {
        if (!(error instanceof EpochConflict)) throw error;
        const details: EpochConflictDetails = { currentEpoch: error.currentEpoch };
        throw ApplicationFailure.nonRetryable(error.message, EPOCH_CONFLICT, details);
      }
    },
    ...createOperationActivities(starting, log),
    deliverNews: (batch) => deliverNews(starting, log, batch),
    compareOpenWorkflows: async () => {
      const report = await reconcile({ db, client, taskQueue, onProgress: (done) => heartbeat(done) });
      if (report.differences.length > 0) log.error({ report }, 'workflows and rows differ');
      else log.info({ compared: report.compared }, 'workflows and rows agree');
      return report;
    },
    signCheckpoint: async () => {
      if (!keyRing) return null;
      const signed = await keepCheckpoint(db, (statement) => keyRing.sign('checkpoint', statement));
      const { day, chains, root } = signed.statement;
      // Whoever keeps the log elsewhere has kept the checkpoint.
      log.info({ checkpoint: signed }, 'checkpoint signed');
      return { day, chains, root };
    },
    pruneNotifications: async () => {
      const pruned = await pruneNotifications(db, new Date().toISOString(), (done) => heartbeat(done));
      await forgetPersonal(db, new Date().toISOString());
      await pruneDeliveries(db, new Date().toISOString());
      log.info(pruned, 'old notifications removed');
      return pruned;
    },
    ...createReminderActivities(starting, mailer, log),
    makeReport: async (id) => {
      try {
        await makeReport(
          { databaseUrl, evaluation, id },
          () => heartbeat(),
          Context.current().cancellationSignal,
        );
      } catch (error) {
        log.error({ err: error, report: id }, 'a report could not be made');
        throw error;
      }
    },
    giveUpReport: (id) => giveUpReport(db, id),
  };
}
