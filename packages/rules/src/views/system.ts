import { z } from 'zod';
import { SCHEDULE_NAMES, WORKER_ROLES } from '../installation.ts';
import { WORKFLOW_KINDS } from '../subject-kinds.ts';

/**
 * One part of the picture and the moment it was asked. A part nobody answers for leaves the others as they are:
 * `silent` could not be asked, `looking` is still being looked at.
 */
const part = <T extends z.ZodType>(facts: T) =>
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), at: z.string(), facts }),
    z.object({ known: z.literal(false), at: z.string(), why: z.enum(['silent', 'looking']) }),
  ]);
export type Part<T> =
  | { readonly known: true; readonly at: string; readonly facts: T }
  | { readonly known: false; readonly at: string; readonly why: 'silent' | 'looking' };

export const readiness = z.object({
  at: z.string(),
  /** `behind` answers, and lacks a change of its tables that this version needs. */
  database: z.enum(['ready', 'behind', 'silent']),
  temporal: z.enum(['ready', 'silent']),
});
export type Readiness = z.infer<typeof readiness>;

/** Who asks for the work of a role, and what waits there. */
export const workersView = z.object({
  role: z.enum(WORKER_ROLES),
  queue: z.string(),
  /** Newest first. */
  pollers: z.array(
    z.object({
      identity: z.string(),
      /** The version it says it is; null for a worker without one. */
      buildId: z.string().nullable(),
      lastSeenAt: z.string(),
      /** `gone` has not been seen for a while, `other-version` asks in vain: work goes to others. */
      state: z.enum(['working', 'gone', 'other-version']),
    }),
  ),
  served: z.boolean(),
  waiting: z.int(),
  /** How long the first of them has been waiting. */
  waitingSeconds: z.number(),
  /** Version that work goes to, and one that takes a part of it; null for workers without a version. */
  current: z.string().nullable(),
  ramping: z.string().nullable(),
});
export type WorkersView = z.infer<typeof workersView>;

/** How the rows keep up with the decisions. */
export const recordPace = z.object({
  newest: z.object({ position: z.string(), at: z.string() }).nullable(),
  /** From a decision to its rows, the slowest of the last hour's; null when there was none. */
  slowestSeconds: z.number().nullable(),
  /** On record, with a workflow still to be started. */
  toStart: z.object({ count: z.int(), oldestAt: z.string().nullable() }),
});
export type RecordPace = z.infer<typeof recordPace>;

export const mailsView = z.object({
  /** Whether this installation sends e-mail at all. */
  sends: z.boolean(),
  waiting: z.int(),
  troubled: z.int(),
  failed: z.int(),
  /** What the mail server said, most frequent first, without addresses. */
  reasons: z.array(z.object({ givenUp: z.boolean(), said: z.string(), count: z.int(), lastAt: z.string() })),
});
export type MailsView = z.infer<typeof mailsView>;

/** How other systems take what they are told. */
export const toldView = z.object({
  /** Events still to be looked at for one of them, at most. */
  waiting: z.int(),
  /** Systems that did not take the last one. */
  troubled: z.int(),
  /** Events put aside in the last week. */
  failed: z.int(),
  /** Systems that were switched off after days in vain. */
  stopped: z.int(),
});
export type ToldView = z.infer<typeof toldView>;

/** How a workflow and its rows can differ. */
export const DIFFERENCES = ['no-workflow', 'no-row', 'state', 'events-owed', 'news-owed', 'epoch'] as const;

export const scheduledView = z.object({
  name: z.enum(SCHEDULE_NAMES),
  lastAt: z.string().nullable(),
  outcome: z.enum(['running', 'done', 'failed', 'unknown']).nullable(),
  nextAt: z.string().nullable(),
  paused: z.boolean(),
  /** It should have begun again before now. */
  late: z.boolean(),
  /** What the nightly comparison of workflows and rows found to differ; null where it compares nothing. */
  differences: z.array(z.object({ subject: z.string(), what: z.enum(DIFFERENCES) })).nullable(),
  moreDifferences: z.int(),
});
export type ScheduledView = z.infer<typeof scheduledView>;

export const TROUBLES = [
  'other-code',
  'task-fails',
  'task-unanswered',
  'activity-fails',
  'failed',
  'terminated',
  'timed-out',
  'cancelled',
  'ended',
  'missing',
] as const;
export type Trouble = (typeof TROUBLES)[number];

/** Something with a workflow that does not get on. It is named by code: an administrator reads no plans. */
export const stuckView = z.object({
  kind: z.enum([...WORKFLOW_KINDS, 'operation', 'report']),
  code: z.string(),
  trouble: z.enum(TROUBLES),
  /** What the workflow or the server says, for whoever repairs it; without what it quotes. */
  said: z.string().nullable(),
  attempts: z.int().nullable(),
  since: z.string().nullable(),
  temporalUrl: z.string().nullable(),
});
export type StuckView = z.infer<typeof stuckView>;

export const stuckPage = z.object({
  /** Everything a workflow must be running for. */
  open: z.int(),
  /** How many of them were looked at one by one. */
  looked: z.int(),
  /** Longest first. */
  items: z.array(stuckView),
  more: z.int(),
});
export type StuckPage = z.infer<typeof stuckPage>;

export const systemView = z.object({
  ready: readiness,
  workers: part(z.array(workersView)),
  record: part(recordPace),
  mails: part(mailsView),
  told: part(toldView),
  scheduled: part(z.array(scheduledView)),
  stuck: part(stuckPage),
});
export type SystemView = z.infer<typeof systemView>;
