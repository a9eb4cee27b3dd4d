import type { ApprovalLevel, DocumentType, FunctionCode, StepKey } from './vocabulary.ts';

/**
 * How long a step may take.
 * - `by-date`: a date set beforehand (the plan's review date, the document's planned signing date).
 * - `working-days` / `calendar-days`: counted forward from the day the step opens.
 * - `before-in-force`: counted back from the in-force date, but never due before the step could start
 *   and its shortest time (`shortestDays`) has passed.
 */
export type Clock =
  | { readonly kind: 'by-date'; readonly date: 'review' | 'planned-signing' }
  | { readonly kind: 'working-days'; readonly days: number }
  | { readonly kind: 'calendar-days'; readonly days: number }
  | { readonly kind: 'before-in-force'; readonly days: number; readonly shortestDays: number };

/** `edit`: content may change and is then submitted. `check`: approve, return or refuse. `record`: evidence is entered. */
export type StepKind = 'edit' | 'check' | 'record';

/** What a check of one's own is called, in both languages. */
export interface StepName {
  readonly vi: string;
  readonly en: string;
}

export interface StepDefinition {
  readonly key: StepKey;
  /** Of a check that was added; the official steps are named in the language files. */
  readonly name?: StepName;
  /** Place in the twelve steps of the official procedure; of a check that was added, that of the step before it. */
  readonly number: number;
  readonly kind: StepKind;
  readonly function: FunctionCode;
  /** Whether the function is the lead agency's own, or held once for the whole country. */
  readonly scope: 'lead-agency' | 'national';
  readonly clock: Clock;
}

/** One chain per document type, ordinary and shortened, in versions. A subject keeps the chain it began under. */
export interface Chain {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly StepDefinition[];
  /** Steps of an earlier chain that were finished before its subject moved to this one, which lacks them. */
  readonly past?: readonly StepDefinition[];
}

/** The step `key`, also one that lies behind. @throws RangeError when the chain never had it. */
export function stepDefinition(chain: Chain, key: StepKey): StepDefinition {
  const found = chain.steps.find((step) => step.key === key) ?? chain.past?.find((step) => step.key === key);
  if (!found) throw new RangeError(`chain ${chain.id} has no step ${key}`);
  return found;
}

/** A step as an error names it: its key, and of a check that was added what it is called. */
export function stepFacts(chain: Chain, key: StepKey): Readonly<Record<string, string>> {
  const name = [...chain.steps, ...(chain.past ?? [])].find((step) => step.key === key)?.name;
  return namedFacts({ key, ...(name ? { name } : {}) });
}

export const namedFacts = ({
  key,
  name,
}: {
  readonly key: string;
  readonly name?: StepName | undefined;
}) => ({
  step: key,
  ...(name ? { stepVi: name.vi, stepEn: name.en } : {}),
});

/** The step after `key`, or null at the end of the chain. */
export function nextStep(chain: Chain, key: StepKey): StepDefinition | null {
  const index = chain.steps.findIndex((step) => step.key === key);
  return chain.steps[index + 1] ?? null;
}

/** How the approval of a check stands: still valid, fallen to a change of content, or not given. */
export type CheckVerdict = 'stands' | 'fallen' | 'none';

/**
 * The step that is asked after `key`, or null at the end of the chain. Whoever submits goes back to a check
 * before it whose approval has fallen. A check whose approval stands is not asked again, and an editing step
 * that would only answer it is passed over with it.
 */
export function nextAsked(
  chain: Chain,
  key: StepKey,
  verdict: (check: StepKey) => CheckVerdict,
): StepDefinition | null {
  const index = chain.steps.findIndex((step) => step.key === key);
  const fallen = chain.steps
    .slice(0, Math.max(index, 0))
    .find((step) => step.kind === 'check' && verdict(step.key) === 'fallen');
  if (fallen && chain.steps[index]?.kind === 'edit') return fallen;
  let passedOver = false;
  for (const step of chain.steps.slice(index + 1)) {
    const stands =
      step.kind === 'check' ? verdict(step.key) === 'stands' : step.kind === 'edit' && passedOver;
    if (!stands) return step;
    passedOver = true;
  }
  return null;
}

/** Steps a check may return to: the editing steps before it. */
export function returnTargets(chain: Chain, from: StepKey): readonly StepDefinition[] {
  const index = chain.steps.findIndex((step) => step.key === from);
  return chain.steps.slice(0, Math.max(index, 0)).filter((step) => step.kind === 'edit');
}

export type PlanChainKey = { readonly of: 'plan'; readonly approvalLevel: ApprovalLevel };
export type DocumentChainKey = {
  readonly of: 'document';
  readonly type: DocumentType;
  readonly shortened: boolean;
};
