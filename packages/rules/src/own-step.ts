import type { StepName } from './chain.ts';
import { isOwnStep } from './vocabulary.ts';

/** Long enough to be told apart, short enough for an address. */
const SLUG_MAX = 48;

/** A Vietnamese name in plain letters: "Lấy ý kiến Ban Chỉ đạo" is `lay-y-kien-ban-chi-dao`. */
export function ownStepSlug(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return plain.slice(0, SLUG_MAX).replace(/-$/, '') || 'x';
}

interface Keyed {
  readonly key: string;
  readonly name?: StepName | undefined;
  readonly next: string | null;
}

/**
 * The steps with the keys they are kept under. The key of a new check is made once, of the name it has then, and stays
 * when it is named anew, so that a plan standing there can move to the next version. `known` are the steps of the
 * versions of the chain so far, newest first: a check of the same name takes its key up again.
 */
export function keyedSteps<T extends Keyed>(
  chainId: string,
  steps: readonly T[],
  known: readonly Keyed[],
): T[] {
  const names = new Map(known.toReversed().map(({ key, name }) => [key, name]));
  const used = new Set(steps.map(({ key }) => key).filter((key) => !isOwnStep(key) || names.has(key)));
  const keys = new Map<string, string>();
  for (const { key, name } of steps) {
    if (used.has(key) || !name) continue;
    const made = freeKey(`own-${chainId}-${ownStepSlug(name.vi)}`, (candidate) => {
      const before = names.get(candidate);
      return !used.has(candidate) && (!before || ownStepSlug(before.vi) === ownStepSlug(name.vi));
    });
    used.add(made);
    keys.set(key, made);
  }
  const kept = (key: string): string => keys.get(key) ?? key;
  return steps.map((step) => ({
    ...step,
    key: kept(step.key),
    next: step.next === null ? null : kept(step.next),
  }));
}

function freeKey(key: string, isFree: (key: string) => boolean): string {
  if (isFree(key)) return key;
  for (let n = 2; ; n += 1) if (isFree(`${key}-${n}`)) return `${key}-${n}`;
}
