import type { Instant } from '@tinhgon/rules/days';
import type { MeasureKind } from '@tinhgon/rules/vocabulary';

export interface LinkChange {
  readonly planCode: string;
  readonly procedureCode: string;
  readonly documentCode: string;
  readonly measure: MeasureKind;
  readonly programme: string;
  /** When it began, or null where it ended with the event. */
  readonly from?: Instant;
  readonly to?: Instant;
}
type Link = Omit<LinkChange, 'from' | 'to'>;

/** A link is another one when its measure is another one. */
export const linkKey = (link: Link): string =>
  `${link.planCode}\n${link.procedureCode}\n${link.documentCode}\n${link.measure}`;

/** Ended ones first, so that a link that changes its measure ends before it begins anew. */
export function linkChanges(
  before: ReadonlyMap<string, Link>,
  after: ReadonlyMap<string, Link>,
  from: (link: Link) => Instant,
  at: Instant,
): LinkChange[] {
  const ended = [...before].filter(([key]) => !after.has(key)).map(([, link]) => ({ ...link, to: at }));
  const begun = [...after]
    .filter(([key]) => !before.has(key))
    .map(([, link]) => ({ ...link, from: from(link) }));
  return [...ended, ...begun];
}
