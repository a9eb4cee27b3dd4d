import type { Chain, DocumentChainKey, PlanChainKey, StepDefinition } from './chain.ts';
import type { DocumentType, FunctionCode } from './vocabulary.ts';

const working = (days: number) => ({ kind: 'working-days', days }) as const;
const calendarDays = (days: number) => ({ kind: 'calendar-days', days }) as const;

/** The chain a plan or document runs under, whatever its version. */
export const planChainId = ({ approvalLevel }: Omit<PlanChainKey, 'of'>): string => `plan-${approvalLevel}`;
export const documentChainId = ({ type, shortened }: Omit<DocumentChainKey, 'of'>): string =>
  `document-${type}-${shortened ? 'shortened' : 'ordinary'}`;

/** Steps 1–3: the plan is reviewed, checked in its ministry, and approved. */
export function planChain({ approvalLevel }: Omit<PlanChainKey, 'of'>): Chain {
  return {
    id: planChainId({ approvalLevel }),
    version: 1,
    steps: [
      {
        key: 'review',
        number: 1,
        kind: 'edit',
        function: 'drafter',
        scope: 'lead-agency',
        clock: { kind: 'by-date', date: 'review' },
      },
      {
        key: 'quality-check',
        number: 2,
        kind: 'check',
        function: 'procedure-control',
        scope: 'lead-agency',
        clock: working(5),
      },
      {
        key: 'plan-approval',
        number: 3,
        kind: 'check',
        function: approvalLevel,
        scope: approvalLevel === 'minister' ? 'lead-agency' : 'national',
        clock: working(5),
      },
    ],
  };
}

/** Who signs each type (Law on Promulgation of Legal Documents): the step is theirs. */
const SIGNATORY: Record<DocumentType, FunctionCode> = {
  law: 'national-assembly',
  decree: 'government',
  'pm-decision': 'prime-minister',
  circular: 'minister',
};

/** Working days for verification: PM 5, Government 7, Law 20. A Circular has no verification. */
const VERIFICATION_DAYS: Record<Exclude<DocumentType, 'circular'>, number> = {
  'pm-decision': 5,
  decree: 7,
  law: 20,
};

/** Steps 4–12 of one legal document; 11 steps in all for a Circular, which is not verified (step 7). */
export function documentChain({ type, shortened }: Omit<DocumentChainKey, 'of'>): Chain {
  const circular = type === 'circular';
  const verification: readonly StepDefinition[] =
    type === 'circular'
      ? []
      : [
          {
            key: 'verification',
            number: 7,
            kind: 'check',
            function: type === 'law' ? 'government' : 'verification',
            scope: 'national',
            clock: working(VERIFICATION_DAYS[type]),
          },
        ];
  return {
    id: documentChainId({ type, shortened }),
    version: 1,
    steps: [
      {
        key: 'draft',
        number: 4,
        kind: 'edit',
        function: 'drafter',
        scope: 'lead-agency',
        clock: calendarDays(shortened ? 20 : 60),
      },
      {
        key: 'appraisal',
        number: 5,
        kind: 'check',
        function: circular ? 'legal-department' : 'appraisal',
        scope: circular ? 'lead-agency' : 'national',
        clock: calendarDays(15),
      },
      {
        key: 'respond',
        number: 6,
        kind: 'edit',
        function: 'drafter',
        scope: 'lead-agency',
        clock: working(10),
      },
      ...verification,
      {
        key: 'promulgate',
        number: 8,
        kind: 'record',
        function: SIGNATORY[type],
        scope: circular ? 'lead-agency' : 'national',
        clock: { kind: 'by-date', date: 'planned-signing' },
      },
      {
        key: 'draft-announcement',
        number: 9,
        kind: 'edit',
        function: 'drafter',
        scope: 'lead-agency',
        clock: { kind: 'before-in-force', days: 20, shortestDays: 3 },
      },
      {
        key: 'sign-announcement',
        number: 10,
        kind: 'record',
        function: 'minister',
        scope: 'lead-agency',
        clock: { kind: 'before-in-force', days: 10, shortestDays: 3 },
      },
      {
        key: 'national-database',
        number: 11,
        kind: 'record',
        function: 'procedure-control',
        scope: 'lead-agency',
        clock: calendarDays(5),
      },
      {
        key: 'public-display',
        number: 12,
        kind: 'record',
        function: 'public-display',
        scope: 'lead-agency',
        clock: working(5),
      },
    ],
  };
}
