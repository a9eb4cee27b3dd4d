import type { Instant } from '@tinhgon/rules/days';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';

export interface LinkChange {
  readonly planCode: string;
  readonly procedureCode: string;
  readonly documentCode: string;
  readonly measure: MeasureKind;
  readonly programme: string;
  readonly change: 'begun' | 'ended';
  /** When that was written; undefined for now. */
  readonly at: Instant | undefined;
}
export type Link = Omit<LinkChange, 'change' | 'at'>;

/** A link is another one when its measure is another one. */
export const linkKey = (link: Link): string =>
  `${link.planCode}\n${link.procedureCode}\n${link.documentCode}\n${link.measure}`;

/** Ended ones first, so that a link that changes its measure ends before it begins anew. */
export function linkChanges(
  before: ReadonlyMap<string, Link>,
  after: ReadonlyMap<string, Link>,
  at: Instant | undefined,
): LinkChange[] {
  const ended = [...before]
    .filter(([key]) => !after.has(key))
    .map(([, link]) => ({ ...link, change: 'ended' as const, at }));
  const begun = [...after]
    .filter(([key]) => !before.has(key))
    .map(([, link]) => ({ ...link, change: 'begun' as const, at }));
  return [...ended, ...begun];
}
