/** The dates that are fixed once a plan or document has first been submitted: they then move by request alone. */
export const PLAN_DATES = ['deadline', 'review'] as const;
export const DOCUMENT_DATES = ['plannedSigning', 'plannedInForce'] as const;
export type PlanDate = (typeof PLAN_DATES)[number];
export type DocumentDate = (typeof DOCUMENT_DATES)[number];
export type DateKey = PlanDate | DocumentDate;

/** The dates whose passing is to be explained in public where no step's own day says the same. */
export const PLAN_MILESTONES = ['deadline'] as const;
export const DOCUMENT_MILESTONES = ['plannedSigning', 'plannedInForce'] as const;
export type Milestone = (typeof PLAN_MILESTONES)[number] | (typeof DOCUMENT_MILESTONES)[number];

/** The grounds on which a date may still be changed in its last 30 days, or after it has passed. */
export const DATE_GROUNDS = [
  'force-majeure',
  'higher-document',
  'superior-order',
  'reorganisation',
  'law-changed',
] as const;
export type DateGround = (typeof DATE_GROUNDS)[number];
