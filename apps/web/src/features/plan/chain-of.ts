import type { PlanView } from '@tinhgon/rules/views/plan';
import { DOCUMENT_STEPS, isOwnStep } from '@tinhgon/rules/vocabulary';
import type { ChainStep } from '../../components/chain-line.tsx';

const NUMBERS = new Map<string, number>(DOCUMENT_STEPS.map((key, index) => [key, index + 4]));
const RANK = { overdue: 2, 'due-soon': 1, 'in-time': 0 } as const;

/**
 * The plan's own steps, then the steps its documents are at. Several documents may stand at one step: the
 * worst of them is shown; steps all open documents have passed count as passed. A check that was added to a document's
 * chain is shown while a document stands there.
 */
export function chainOf(plan: Pick<PlanView, 'steps' | 'documents'>): ChainStep[] {
  const own: ChainStep[] = plan.steps;
  const running = plan.documents.filter(
    (document) => document.phase !== 'refused' && document.phase !== 'withdrawn',
  );
  if (running.length === 0) return own;
  const open = running.flatMap((document) => document.openSteps);
  const waiting = running.some((document) => document.phase === 'waiting');
  // An added check has the number of the step before it, which lies behind.
  const places = open.map(({ key, number }) => (isOwnStep(key) ? number + 0.5 : number));
  const firstOpen = places.length > 0 ? Math.min(...places) : Number.POSITIVE_INFINITY;
  const allDone = running.every((document) => document.phase === 'done');
  const onlyCirculars = running.every((document) => document.type === 'circular');
  const added = new Map(
    open.filter(({ key }) => isOwnStep(key)).map((step) => [step.key as string, step.number]),
  );
  const theirs = DOCUMENT_STEPS.filter((key) => !(onlyCirculars && key === 'verification'))
    .flatMap((key): string[] => [
      key,
      ...[...added].filter(([, number]) => number === NUMBERS.get(key)).map(([own]) => own),
    ])
    .map((key): ChainStep => {
      const at = open
        .filter((step) => step.key === key)
        .toSorted((a, b) => RANK[b.timing] - RANK[a.timing])[0];
      const base = { key, finishedAt: null, daysLate: 0, dueOn: null };
      if (at) return { ...base, status: at.timing, dueOn: at.dueOn, daysLate: at.daysLate };
      const passed = allDone || (!waiting && (NUMBERS.get(key) ?? 0) < firstOpen);
      return { ...base, status: passed ? 'passed' : 'cannot-start' };
    });
  return [...own, ...theirs];
}
