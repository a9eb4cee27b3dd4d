import { type ChainStep, chainSteps, defaultChain, possibleSteps } from '@tinhgon/rules/chain-version';
import { isOwnStep, type OfficialStepKey, type OwnStepKey, type StepKey } from '@tinhgon/rules/vocabulary';

/** What led to the step leads on to what came after it. */
export function withoutStep(steps: readonly ChainStep[], key: StepKey): ChainStep[] {
  const gone = steps.find((step) => step.key === key);
  return steps
    .filter((step) => step.key !== key)
    .map((step) => (step.next === key ? { ...step, next: gone?.next ?? null } : step));
}

/** The step in its place among the product's own, between the one before it and what came after that. */
export function withStep(
  chainId: string,
  steps: readonly ChainStep[],
  key: OfficialStepKey,
): readonly ChainStep[] {
  const order = possibleSteps(chainId);
  const own = chainSteps(defaultChain(chainId) ?? { steps: [] }).find((step) => step.key === key);
  const isBefore = (step: ChainStep) => !isOwnStep(step.key) && order.indexOf(step.key) < order.indexOf(key);
  const added = own ?? {
    function: 'procedure-control',
    scope: 'lead-agency',
    clock: { kind: 'working-days', days: 5 },
  };
  return withAfter(steps, steps.findLastIndex(isBefore), { ...added, key, next: null });
}

/** A check without a name yet, before what is approved or signed in the end. */
export function withOwnStep(chainId: string, steps: readonly ChainStep[]): readonly ChainStep[] {
  const end: readonly StepKey[] = ['plan-approval', 'promulgate'];
  const last = steps.findIndex(({ key }) => end.includes(key));
  return withAfter(steps, last < 0 ? steps.length - 1 : last - 1, {
    key: unusedKey(chainId, steps),
    name: { vi: '', en: '' },
    function: 'procedure-control',
    scope: 'lead-agency',
    clock: { kind: 'working-days', days: 5 },
    next: null,
  });
}

/** The step one place up or down; all steps then lead on in the order they are in. */
export function withMoved(steps: readonly ChainStep[], key: StepKey, by: -1 | 1): readonly ChainStep[] {
  const from = steps.findIndex((step) => step.key === key);
  const [moved, other] = [steps[from], steps[from + by]];
  if (!moved || !other) return steps;
  return steps
    .map((step) => (step === moved ? other : step === other ? moved : step))
    .map((step, index, all) => ({ ...step, next: all[index + 1]?.key ?? null }));
}

function withAfter(steps: readonly ChainStep[], at: number, added: ChainStep): ChainStep[] {
  const next = at < 0 ? (steps[0]?.key ?? null) : (steps[at]?.next ?? null);
  const linked = steps.map((step, index) => (index === at ? { ...step, next: added.key } : step));
  return [...linked.slice(0, at + 1), { ...added, next }, ...linked.slice(at + 1)];
}

/** For as long as it is edited; the key it is kept under is made of its name. */
function unusedKey(chainId: string, steps: readonly ChainStep[]): OwnStepKey {
  for (let n = 1; ; n += 1) {
    const key = `own-${chainId}-new-${n}` as OwnStepKey;
    if (!steps.some((step) => step.key === key)) return key;
  }
}
