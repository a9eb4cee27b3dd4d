import type { DocumentEvent } from '../document/event.ts';
import type { PlanEvent } from '../plan/event.ts';

/** What of a plan or document other systems may be told of, in the groups people choose by. */
const GROUPS = [
  'course',
  'decisions',
  'steps',
  'dates',
  'content',
  'remarks',
  'evidence',
  'consultation',
] as const;
type Group = (typeof GROUPS)[number];

/** Alike for plans and documents. */
const OF_BOTH = {
  withdrawn: 'course',
  submitted: 'decisions',
  approved: 'decisions',
  returned: 'decisions',
  refused: 'decisions',
  stepClaimed: 'steps',
  stepReleased: 'steps',
  stepReassigned: 'steps',
  stepTimingChanged: 'steps',
  replanned: 'steps',
  agencyMoved: 'steps',
  dateChangeRequested: 'dates',
  dateChangeApproved: 'dates',
  dateChangeRefused: 'dates',
  delayExplained: 'dates',
  contentSaved: 'content',
  fileAttached: 'content',
  fileDetached: 'content',
  commented: 'remarks',
  remarked: 'remarks',
  remarkAnswered: 'remarks',
  remarkResolved: 'remarks',
  remarkReopened: 'remarks',
} as const satisfies Partial<Record<PlanEvent['type'] & DocumentEvent['type'], Group>>;

const OF_PLAN: Readonly<Record<PlanEvent['type'], Group>> = {
  ...OF_BOTH,
  planStarted: 'course',
  planImported: 'course',
  planSplitOff: 'course',
  split: 'course',
  reopened: 'course',
  completed: 'course',
  documentLinked: 'content',
  documentUnlinked: 'content',
  documentProgressed: 'content',
};

const OF_DOCUMENT: Readonly<Record<DocumentEvent['type'], Group>> = {
  ...OF_BOTH,
  documentStarted: 'course',
  documentImported: 'course',
  planLinked: 'content',
  evidenceRecorded: 'evidence',
  correctionAsked: 'evidence',
  correctionConfirmed: 'evidence',
  correctionRefused: 'evidence',
  consultationAsked: 'consultation',
  consultationAnswered: 'consultation',
  pointResponded: 'consultation',
};

/**
 * What a webhook may be told of, by kind of subject. Kinds that are about people (persons, assignments, delegations) or
 * about how the system is kept are not among them and are never sent.
 */
export const TOPICS = [
  'plan.course',
  'plan.decisions',
  'plan.steps',
  'plan.dates',
  'plan.content',
  'plan.remarks',
  'document.course',
  'document.decisions',
  'document.steps',
  'document.dates',
  'document.content',
  'document.remarks',
  'document.evidence',
  'document.consultation',
  'bottleneck.all',
  'campaign.all',
  'inspection.all',
  'procedure.all',
  'baseline.all',
] as const;
export type Topic = (typeof TOPICS)[number];
export type TopicKind = Topic extends `${infer Kind}.${string}` ? Kind : never;

const GROUPS_OF: Readonly<Record<string, Readonly<Record<string, Group>>>> = {
  plan: OF_PLAN,
  document: OF_DOCUMENT,
};

/** The topic an event belongs to; null where no webhook is told of it. */
export function topicOf({
  subject,
  type,
}: {
  readonly subject: string;
  readonly type: string;
}): Topic | null {
  const kind = subject.slice(0, subject.indexOf('/'));
  const groups = GROUPS_OF[kind];
  const topic = `${kind}.${groups ? groups[type] : 'all'}`;
  return TOPICS.find((one) => one === topic) ?? null;
}
