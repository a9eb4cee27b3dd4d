import { timingOf } from '@tinhgon/rules/clock';
import type { Represented } from '@tinhgon/rules/person';
import type { planSummary } from '@tinhgon/rules/views/plan';
import type { PlanPhase } from '@tinhgon/rules/vocabulary';
import type { z } from 'zod';
import type { AgencyRef } from '../agency-refs.ts';
import type { ReadOn } from '../reader.ts';
import { daysToGo } from '../steps/days-to-go.ts';
import { holderOf } from '../steps/holder-of.ts';

export type PlanSummary = z.infer<typeof planSummary>;

/** A plan with the step it waits at, as lists of today and of a past day read it. */
export interface PlanLine {
  code: string;
  name: string;
  year: number;
  programme: string;
  lead_agency: string;
  phase: PlanPhase;
  deadline: string | null;
  procedures: number;
  step: string | null;
  number: number | null;
  due_on: string | null;
  holder_id: string | null;
  holder_name: string | null;
  on_behalf_of: Represented | null;
}

/** A line as it is shown. */
export function planSummaryOf(
  line: PlanLine,
  refOf: (code: string) => AgencyRef,
  evidenced: number,
  { today, calendar }: ReadOn,
): PlanSummary {
  return {
    code: line.code,
    name: line.name,
    year: line.year,
    programme: line.programme,
    leadAgency: refOf(line.lead_agency),
    phase: line.phase,
    step:
      line.step === null
        ? null
        : {
            key: line.step,
            number: line.number ?? 0,
            dueOn: line.due_on,
            timing: timingOf(line.due_on, today, calendar),
            daysLate: daysToGo(line.due_on, today, calendar).daysLate,
          },
    holder: holderOf(line),
    procedures: line.procedures,
    evidenced,
    deadline: line.deadline,
  };
}
