import type { ProposalState } from '@tinhgon/rules/baseline/proposal';
import type { FigureMeasure } from '@tinhgon/rules/figure/figure';
import type { DecisionPaper } from '@tinhgon/rules/views/catalogue';

type Instant = string;
type Day = string;

/** What a programme is measured against, who answers for it, and what is proposed. */
export interface BaselineTables {
  /** Figures of printed reports, to be compared with ours. */
  outside_figure: {
    id: string;
    programme: string;
    measure: FigureMeasure;
    as_at: Day;
    ministry: string | null;
    /** As it was printed. */
    value: string;
    source: string;
    page: string;
    entered_by: string;
    entered_at: Instant;
    removed: boolean;
  };
  baseline: {
    id: string;
    programme: string;
    date: Day;
    reason: string;
    count: number;
    decision: DecisionPaper | null;
    recorded_at: Instant;
    recorded_by: string;
    recorded_by_id: string;
    confirmed_by: string | null;
    confirmed_at: Instant | null;
  };
  baseline_proposal: {
    id: string;
    programme: string;
    date: Day;
    reason: string;
    decision: DecisionPaper | null;
    base_id: string | null;
    procedure_codes: string[];
    state: ProposalState;
    proposed_at: Instant;
    proposed_by: string;
    proposed_by_id: string;
    decided_at: Instant | null;
    decided_by: string | null;
    decided_reason: string | null;
  };
  baseline_member: { baseline_id: string; procedure_code: string };
}
