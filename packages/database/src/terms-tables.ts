import type { ColumnType } from 'kysely';
import type { CalendarDay } from '@tinhgon/rules/calendar-version';
import type { ChainStep } from '@tinhgon/rules/chain-version';
import type { WageSource } from '@tinhgon/rules/cost/wage';
import type { Instant, LegalDate } from '@tinhgon/rules/day';
import type { FunctionCode } from '@tinhgon/rules/vocabulary';

/** Versions of what clocks go by (the working calendar, the chains, whose a national function is) and of wages. */
export interface TermsTables {
  calendar_version: {
    version: number;
    days: ColumnType<CalendarDay[], string, string>;
    reason: string;
    recorded_at: Instant;
    recorded_by: string;
  };
  chain_version: {
    id: string;
    version: number;
    steps: ColumnType<ChainStep[], string, string>;
    from: LegalDate;
    to: LegalDate | null;
    reason: string;
    recorded_at: Instant;
    recorded_by: string;
  };
  function_seat: { function: FunctionCode; from: LegalDate; agency: string; to: LegalDate | null };
  wage_version: {
    code: string;
    version: number;
    name_vi: string;
    name_en: string | null;
    sources: ColumnType<WageSource[], string, string>;
    from: LegalDate;
    to: LegalDate | null;
    reason: string;
    recorded_at: Instant;
    recorded_by: string;
  };
}
