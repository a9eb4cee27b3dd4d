import type { EventEnvelope } from '../plan/event.ts';
import { assertNever } from '../vocabulary.ts';
import type { RemarkEventBody } from './event.ts';
import type { Remark } from './state.ts';

/** The remarks of a plan or document after one more event about them. */
export function evolveRemarks(
  remarks: readonly Remark[],
  event: RemarkEventBody & EventEnvelope,
): readonly Remark[] {
  switch (event.type) {
    case 'remarked':
      return [...remarks, { ...event.remark, by: event.actor, at: event.at, words: 0 }];
    case 'remarkAnswered':
      return changed(remarks, event.remarkId, (remark) => {
        const said = { ...remark, words: remark.words + 1 };
        if (event.answers) {
          const claim = event.changed ? { changed: true as const } : {};
          return { ...said, ...claim, answeredBy: event.actor, answeredAt: event.at };
        }
        // Its author asks on: somebody has to answer again.
        return event.actor.id === remark.by.id ? waiting(said) : said;
      });
    case 'remarkResolved':
      return changed(remarks, event.remarkId, (remark) => ({
        ...remark,
        words: remark.words + (event.text ? 1 : 0),
        resolvedBy: event.actor,
        resolvedAt: event.at,
      }));
    case 'remarkReopened':
      return changed(remarks, event.remarkId, (remark) => {
        const { resolvedBy: _by, resolvedAt: _at, ...open } = remark;
        return waiting({ ...open, words: remark.words + (event.text ? 1 : 0) });
      });
    default:
      return assertNever(event);
  }
}

/** Remarks that were settled by the decision they had waited for. */
export const settled = (
  remarks: readonly Remark[],
  ids: readonly string[],
  { actor, at }: Pick<EventEnvelope, 'actor' | 'at'>,
): readonly Remark[] =>
  remarks.map((remark) =>
    ids.includes(remark.id) ? { ...remark, resolvedBy: actor, resolvedAt: at } : remark,
  );

function waiting({ answeredBy: _by, answeredAt: _at, changed: _changed, ...remark }: Remark): Remark {
  return remark;
}

const changed = (
  remarks: readonly Remark[],
  id: string,
  change: (remark: Remark) => Remark,
): readonly Remark[] => remarks.map((remark) => (remark.id === id ? change(remark) : remark));
