import { z } from 'zod';
import { type Chain, namedFacts, type StepDefinition, type StepKind } from './chain.ts';
import { legalDateSchema } from './days.ts';
import { documentChain, planChain } from './default-chains.ts';
import { type Rejection, reject } from './errors.ts';
import { ownStepSlug } from './own-step.ts';
import { stepKeySchema } from './step-key.ts';
import { reasonText, requiredText } from './text.ts';
import {
  APPROVAL_LEVELS,
  DOCUMENT_STEPS,
  DOCUMENT_TYPES,
  FUNCTIONS,
  isOwnStep,
  type OfficialStepKey,
  PLAN_STEPS,
} from './vocabulary.ts';

const days = z.int().min(1).max(3_650);

export const clockSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('by-date'), date: z.enum(['review', 'planned-signing']) }),
  z.strictObject({ kind: z.literal('working-days'), days }),
  z.strictObject({ kind: z.literal('calendar-days'), days }),
  z.strictObject({ kind: z.literal('before-in-force'), days, shortestDays: z.int().min(0).max(3_650) }),
]);

const ownName = requiredText(120);

/** One step as it is entered; `next` is the step after it, null at the end. */
export const chainStepSchema = z.strictObject({
  key: stepKeySchema,
  /** Of a check of one's own, and of no other step. */
  name: z.strictObject({ vi: ownName, en: ownName }).exactOptional(),
  function: z.enum(FUNCTIONS),
  scope: z.enum(['lead-agency', 'national']),
  clock: clockSchema,
  next: stepKeySchema.nullable(),
});
export type ChainStep = z.infer<typeof chainStepSchema>;

export const chainInputSchema = z.strictObject({
  id: z.string().max(60),
  /** The newest version its author saw; another one meanwhile is STALE_VERSION. */
  basedOn: z.int().min(1),
  steps: z.array(chainStepSchema).min(1).max(20),
  /** First and last day on which plans and documents may begin under it. */
  from: legalDateSchema,
  to: legalDateSchema.nullable().default(null),
  reason: reasonText,
});
export type ChainInput = z.infer<typeof chainInputSchema>;

/** Every chain there is, as the product comes with it: version 1 of each. */
export const DEFAULT_CHAINS: readonly Chain[] = [
  ...APPROVAL_LEVELS.map((approvalLevel) => planChain({ approvalLevel })),
  ...DOCUMENT_TYPES.flatMap((type) => [false, true].map((shortened) => documentChain({ type, shortened }))),
];
export const defaultChain = (id: string): Chain | undefined =>
  DEFAULT_CHAINS.find((chain) => chain.id === id);

/** What people do at a step, and its place in the twelve of the official procedure: fixed by what it is. */
const WHAT_STEP: Record<OfficialStepKey, { readonly number: number; readonly kind: StepKind }> = {
  review: { number: 1, kind: 'edit' },
  'quality-check': { number: 2, kind: 'check' },
  'plan-approval': { number: 3, kind: 'check' },
  draft: { number: 4, kind: 'edit' },
  appraisal: { number: 5, kind: 'check' },
  respond: { number: 6, kind: 'edit' },
  verification: { number: 7, kind: 'check' },
  promulgate: { number: 8, kind: 'record' },
  'draft-announcement': { number: 9, kind: 'edit' },
  'sign-announcement': { number: 10, kind: 'record' },
  'national-database': { number: 11, kind: 'record' },
  'public-display': { number: 12, kind: 'record' },
};

/** Steps without which nothing could be decided, signed or counted. The others may be left out. */
const INDISPENSABLE: Record<'plan' | 'document', readonly OfficialStepKey[]> = {
  plan: ['review', 'plan-approval'],
  document: [
    'draft',
    'appraisal',
    'promulgate',
    'draft-announcement',
    'sign-announcement',
    'national-database',
    'public-display',
  ],
};
/** From promulgation on the order is the law's: an announcement without a signed document announces nothing. */
const FIXED_FROM = 8;

export const subjectOfChain = (id: string): 'plan' | 'document' =>
  id.startsWith('plan-') ? 'plan' : 'document';

/** The official steps a chain of that kind may have. */
export const possibleSteps = (id: string): readonly OfficialStepKey[] =>
  subjectOfChain(id) === 'plan' ? PLAN_STEPS : DOCUMENT_STEPS;

/** The number of each step in its place: an added check has that of the official step before it. */
function numbered(reached: readonly ChainStep[]): number[] {
  let last = 0;
  return reached.map(({ key }) => {
    if (!isOwnStep(key)) last = WHAT_STEP[key].number;
    return last;
  });
}

/** A chain's steps as they are entered and drawn. */
export const chainSteps = (chain: Pick<Chain, 'steps'>): ChainStep[] =>
  chain.steps.map((step, index) => ({
    key: step.key,
    ...(step.name ? { name: step.name } : {}),
    function: step.function,
    scope: step.scope,
    clock: step.clock,
    next: chain.steps[index + 1]?.key ?? null,
  }));

/** The steps reached from the first one by following `next`, in that order; stops where it would go in a circle. */
export function reachedSteps(steps: readonly ChainStep[]): ChainStep[] {
  const reached: ChainStep[] = [];
  let at = steps[0];
  while (at && !reached.includes(at)) {
    reached.push(at);
    const { next } = at;
    at = next === null ? undefined : steps.find((step) => step.key === next);
  }
  return reached;
}

/**
 * Why a chain cannot be kept, or null: a step that stands twice, leads nowhere or in a circle, cannot be reached,
 * does not belong to this kind of chain, or is missing; a clock that hangs on a date there is not. A check of one's
 * own has two names and a clock of days, and stands before what is approved or signed.
 */
export function objectionToChain(id: string, steps: readonly ChainStep[]): Rejection | null {
  const kind = subjectOfChain(id);
  const keys = steps.map(({ key }) => key);
  for (const [index, step] of steps.entries()) {
    const at = (field: string) => `steps.${index}.${field}`;
    if (keys.indexOf(step.key) < index) return no('twice', at('key'), step);
    if (!belongs(id, step)) return no('foreign', at('key'), step);
    if (step.next !== null && !keys.includes(step.next)) return no('missing', at('next'), { key: step.next });
    const { clock } = step;
    if (step.name && !isOwnStep(step.key)) return no('foreign', at('name'), step);
    const ownProblem = isOwnStep(step.key) ? objectionToOwn(steps, step, at) : null;
    if (ownProblem) return ownProblem;
    const dated =
      clock.kind === 'by-date' ? clock.date : clock.kind === 'before-in-force' ? 'in-force' : null;
    if (dated !== null && (dated === 'review') !== (kind === 'plan')) return no('clock', at('clock'), step);
  }
  const missing = INDISPENSABLE[kind].find((key) => !keys.includes(key));
  if (missing) return no('missing', 'steps', { key: missing });
  const reached = reachedSteps(steps);
  const last = reached.at(-1);
  if (last && last.next !== null) return no('noEnd', `steps.${steps.indexOf(last)}.next`, last);
  const lost = steps.find((step) => !reached.includes(step));
  if (lost) return no('unreachable', `steps.${steps.indexOf(lost)}.key`, lost);
  return objectionToOrder(kind, steps, reached);
}

const belongs = (id: string, { key }: ChainStep): boolean =>
  isOwnStep(key) ? key.startsWith(`own-${id}-`) : possibleSteps(id).includes(key);

function objectionToOwn(
  steps: readonly ChainStep[],
  step: ChainStep,
  at: (field: string) => string,
): Rejection | null {
  const { name, clock } = step;
  if (!name?.vi.trim()) return no('name', at('name.vi'), step);
  if (!name.en.trim()) return no('name', at('name.en'), step);
  const before = steps.slice(0, steps.indexOf(step));
  const same = before.some((one) => one.name && ownStepSlug(one.name.vi) === ownStepSlug(name.vi));
  if (same) return no('sameName', at('name.vi'), step);
  const counted = clock.kind === 'working-days' || clock.kind === 'calendar-days';
  return counted ? null : no('clock', at('clock'), step);
}

function objectionToOrder(
  kind: 'plan' | 'document',
  steps: readonly ChainStep[],
  reached: readonly ChainStep[],
): Rejection | null {
  const misplaced = (step: ChainStep | undefined): Rejection =>
    no('order', `steps.${step ? steps.indexOf(step) : 0}.key`, step ?? { key: '' });
  const [first, last] = [reached[0], reached.at(-1)];
  if (first?.key !== INDISPENSABLE[kind][0]) return misplaced(first);
  if (kind === 'plan') return last?.key === 'plan-approval' ? null : misplaced(last);
  const numbers = numbered(reached);
  const out = reached.find((step, index) => {
    const number = numbers[index] ?? 0;
    const before = numbers[index - 1] ?? number;
    if (isOwnStep(step.key)) return number >= FIXED_FROM;
    return Math.max(number, before) >= FIXED_FROM && number < before;
  });
  if (out) return misplaced(out);
  // What is answered must have been asked.
  const places = reached.map(({ key }) => key);
  return places.includes('respond') && places.indexOf('respond') < places.indexOf('appraisal')
    ? misplaced(reached[places.indexOf('respond')])
    : null;
}

/** The chain as plans and documents carry it. @throws RangeError for one that `objectionToChain` objects to. */
export function chainOf(id: string, version: number, steps: readonly ChainStep[]): Chain {
  const objection = objectionToChain(id, steps);
  if (objection) throw new RangeError(`${id}: ${objection.code}`);
  const reached = reachedSteps(steps);
  const numbers = numbered(reached);
  return {
    id,
    version,
    steps: reached.map(
      ({ key, name, function: functionCode, scope, clock }, index): StepDefinition => ({
        key,
        ...(name ? { name } : {}),
        ...(isOwnStep(key) ? { number: numbers[index] ?? 0, kind: 'check' } : WHAT_STEP[key]),
        function: functionCode,
        scope,
        clock,
      }),
    ),
  };
}

/** What is wrong with a chain; the sentence for each is `CHAIN_BROKEN_…` in the language files. */
type ChainProblem =
  | 'twice'
  | 'foreign'
  | 'missing'
  | 'name'
  | 'sameName'
  | 'clock'
  | 'noEnd'
  | 'unreachable'
  | 'order';
const no = (
  reason: ChainProblem,
  field: string,
  step: { readonly key: string; readonly name?: ChainStep['name'] },
): Rejection => reject('CHAIN_BROKEN', { field, details: { reason, ...namedFacts(step) } }).rejection;
