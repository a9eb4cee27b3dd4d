import type { Instant } from '../day.ts';
import type { BottleneckState } from './state.ts';

/** What a bottleneck tells the campaign it was raised in: the whole, so that the newest says everything. */
export interface BottleneckNews {
  readonly bottleneckCode: string;
  /** The bottleneck's event number; older news arriving later is ignored. */
  readonly seq: number;
  readonly agency: string;
  readonly raisedAt: Instant;
  readonly withdrawn: boolean;
}

/** News owed after `before` became `after`: that it was raised, and that it was withdrawn. */
export function bottleneckMessages(
  before: BottleneckState | null,
  after: BottleneckState,
): { to: string; news: BottleneckNews }[] {
  if (after.campaign === null || before?.phase === after.phase) return [];
  if (before && after.phase !== 'withdrawn') return [];
  const news = {
    bottleneckCode: after.code,
    seq: after.seq,
    agency: after.raisedFor,
    raisedAt: after.raisedAt,
    withdrawn: after.phase === 'withdrawn',
  };
  return [{ to: after.campaign, news }];
}
