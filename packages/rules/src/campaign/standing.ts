import type { Instant } from '../day.ts';
import type { CampaignPart, CampaignState } from './state.ts';

type Answers = Pick<CampaignState, 'answers' | 'places'>;

export interface Standing {
  readonly answered: boolean;
  readonly late: boolean;
  /** When all of it was first answered, as far as the answers still hold. */
  readonly at: Instant | null;
  readonly bottlenecks: readonly string[];
  readonly none: boolean;
}

interface Given {
  readonly at: Instant;
  readonly late: boolean;
}

/** Whose answers stand for an asked agency. */
export const partsOf = ({ places }: Pick<CampaignState, 'places'>, agency: string): readonly CampaignPart[] =>
  places?.[agency] ?? [{ agency, asked: true, since: null }];

const heldBy = ({ answers }: Answers, agency: string) =>
  Object.entries(answers[agency]?.bottlenecks ?? {}).filter(([, one]) => !one.withdrawn);

/** The bottlenecks of a part that count at its place. */
const heldAs = (state: Answers, { agency, asked, since }: CampaignPart): string[] =>
  heldBy(state, agency)
    .filter(([, { at }]) => asked || since === null || at >= since)
    .map(([code]) => code);

/** What an agency has answered and not withdrawn. */
function givenBy(state: Answers, agency: string): Given[] {
  const none = state.answers[agency]?.none;
  return [...heldBy(state, agency).map(([, one]) => one), ...(none ? [none] : [])];
}

/** The first answer to one part: its own, or one for the whole place since it came there. */
function firstAnswer(state: Answers, parts: readonly CampaignPart[], part: CampaignPart): Given | undefined {
  const { since } = part;
  const others = parts
    .filter(({ agency }) => since !== null && agency !== part.agency)
    .flatMap(({ agency }) => givenBy(state, agency))
    .filter(({ at }) => since !== null && at >= since);
  return [...givenBy(state, part.agency), ...others].toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** Parts of an asked agency that wait for an answer; where it took the place of others, each waits for itself. */
export function openParts(state: Answers, agency: string): string[] {
  const parts = partsOf(state, agency);
  return parts.filter((part) => part.asked && !firstAnswer(state, parts, part)).map((part) => part.agency);
}

/**
 * How one asked agency stands: it has answered once every part of it has. Bottlenecks raised after it declared that
 * it has none count as its answer.
 */
export function standingIn(state: Answers, agency: string): Standing {
  const parts = partsOf(state, agency);
  const firsts = parts.filter(({ asked }) => asked).map((part) => firstAnswer(state, parts, part));
  const given = firsts.filter((first) => first !== undefined);
  const answered = given.length === firsts.length && given.length > 0;
  const bottlenecks = parts.flatMap((part) => heldAs(state, part)).sort();
  return {
    answered,
    late: answered && given.some(({ late }) => late),
    at: answered
      ? (given
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? null)
      : null,
    bottlenecks,
    none: answered && bottlenecks.length === 0,
  };
}

export const unanswered = (state: Pick<CampaignState, 'asked' | 'answers' | 'places'>): string[] =>
  state.asked.filter((agency) => !standingIn(state, agency).answered);

/** Under which agency a bottleneck counts as an answer; null before it was heard of. */
export const answerOf = ({ answers }: Answers, bottleneck: string): string | null =>
  Object.keys(answers).find((agency) => answers[agency]?.bottlenecks[bottleneck]) ?? null;
