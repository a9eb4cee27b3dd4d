import type { BottleneckPhase, BottleneckState, Cause, StandsOn } from '@tinhgon/rules/bottleneck/state';
import type { CampaignPhase, CampaignState } from '@tinhgon/rules/campaign/state';
import type { InspectionPhase, InspectionState } from '@tinhgon/rules/inspection/state';
import type { ColumnType } from 'kysely';

type Json<T> = ColumnType<T, string, string>;
type Instant = string;
type Day = string;

export interface BottleneckTables {
  bottleneck: {
    code: string;
    phase: BottleneckPhase;
    on_kind: StandsOn['kind'];
    on_code: string;
    campaign: string | null;
    cause: Cause;
    responsible: string;
    raised_for: string;
    raised_by: string;
    raised_at: Instant;
    answer_by: Day;
    search: string;
    state: Json<BottleneckState>;
  };
  campaign: {
    code: string;
    phase: CampaignPhase;
    title: string;
    answer_by: Day;
    opened_at: Instant;
    asked: string[];
    answered: string[];
    search: string;
    state: Json<CampaignState>;
  };
  inspection: {
    code: string;
    phase: InspectionPhase;
    agency: string;
    subject: string;
    opened_at: Instant;
    findings: number;
    ended: number;
    next_deadline: Day | null;
    search: string;
    state: Json<InspectionState>;
  };
}
