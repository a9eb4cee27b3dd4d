import type { LegalDate } from '@tinhgon/rules/day';
import { AGENCIES, type AgencyLine } from './agencies.ts';
import { withOpenCosts, withPastCosts } from './costs.ts';
import { demoHistory } from './history.ts';
import type { BaselineLine, DocumentLine, EvidenceLine, PlanLine, ProcedureLine } from './lines.ts';
import { demoOpenWork, type OpenWork } from './open-plans.ts';
import { baselineLines, type DemoProcedure, demoProcedures, procedureLines } from './procedures.ts';
import { randomFrom } from './random.ts';

/** Everything the demonstration enters, the same at every run on the same day. */
export interface Demo {
  readonly agencies: readonly AgencyLine[];
  readonly procedures: readonly ProcedureLine[];
  readonly baselines: readonly BaselineLine[];
  readonly documents: readonly DocumentLine[];
  readonly plans: readonly PlanLine[];
  readonly evidence: readonly EvidenceLine[];
  readonly openWork: OpenWork;
}

const SEED = 896;

/**
 * The past and its figures depend on the seed alone; open work has its deadlines from `today` on.
 * Separate streams keep a change in one from moving the other.
 */
export function makeDemo(today: LegalDate): Demo {
  const procedures: readonly DemoProcedure[] = demoProcedures(randomFrom(SEED));
  const history = demoHistory(procedures, randomFrom(SEED + 1), today);
  const openWork = demoOpenWork(procedures, randomFrom(SEED + 2), today);
  return {
    agencies: AGENCIES,
    procedures: procedureLines(procedures),
    baselines: baselineLines(procedures),
    ...history,
    plans: withPastCosts(history.plans),
    openWork: { ...openWork, plans: withOpenCosts(openWork.plans) },
  };
}
