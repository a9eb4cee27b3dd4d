import type { BottleneckNews } from '@tinhgon/rules/bottleneck/tell';
import type { DocumentNews, PlanLinkNews } from '@tinhgon/rules/messages';

/** What the workflows need of the world; the worker app implements it. */
export interface SubjectActivities {
  /**
   * Writes events, the rows that follow from them and the notification in one transaction. Events written
   * before change nothing. Fails with an ApplicationFailure of type `EPOCH_CONFLICT` (details: the current
   * epoch) when other events stand in their place.
   */
  projectEvents(batch: EventBatch): Promise<{ ackedSeq: number }>;
  /** Tells each receiver; one that ended or was never started under Temporal is begun from its row. */
  deliverNews(batch: NewsBatch): Promise<void>;
}

export interface EventBatch {
  readonly subject: string;
  readonly epoch: number;
  readonly events: readonly { readonly seq: number }[];
}

export type NewsBatch = { readonly from: string } & (
  | { readonly to: 'document'; readonly news: Readonly<Record<string, PlanLinkNews>> }
  | { readonly to: 'plan'; readonly news: Readonly<Record<string, DocumentNews>> }
  | { readonly to: 'campaign'; readonly news: Readonly<Record<string, BottleneckNews>> }
);

export const EPOCH_CONFLICT = 'EPOCH_CONFLICT';
/** Details of an EPOCH_CONFLICT. */
export interface EpochConflictDetails {
  readonly currentEpoch: number;
}
