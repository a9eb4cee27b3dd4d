import type { PersonRef } from '@tinhgon/rules/person';
import type { EventEnvelope } from '@tinhgon/rules/plan/event';
import type { Delegation } from '@tinhgon/rules/delegation';
import type { CalendarVersion } from '@tinhgon/rules/calendar-version';
import type { ChainStep } from '@tinhgon/rules/chain-version';
import type { Figure } from '@tinhgon/rules/figure/figure';
import type { ReportSignature } from '@tinhgon/rules/report/signature';
import type { TemplateVersion } from '@tinhgon/rules/report/template';
import type { WageVersion } from '@tinhgon/rules/cost/wage';
import type { Indicator, IndicatorEntry } from '@tinhgon/rules/indicator/indicator';
import type { ProgrammeTask } from '@tinhgon/rules/programme-task/task';
import type { LegalDate } from '@tinhgon/rules/day';
import type { MappingInput } from '@tinhgon/rules/views/import-mapping';
import type { FunctionSeat } from '@tinhgon/rules/views/terms';
import type { Webhook } from '@tinhgon/rules/views/webhook';
import type {
  Agency,
  Assignment,
  BaselineInput,
  Person,
  ProcedureInput,
  Programme,
} from '@tinhgon/rules/views/catalogue';

/** Programmes saved before they could be public say nothing of a licence. */
type SavedProgramme = Omit<Programme, 'publicLicence'> & Partial<Pick<Programme, 'publicLicence'>>;

/** Each carries the whole new row, so that replaying needs nothing else. */
export type CatalogueEventBody =
  | { readonly type: 'agencySaved'; readonly agency: Agency }
  | { readonly type: 'personSaved'; readonly person: Person }
  | { readonly type: 'assignmentSaved'; readonly assignment: Assignment }
  /** `delegationContinued`: it gives what continues the old assignments, or ends with them. */
  | {
      readonly type: 'delegationGiven' | 'delegationRevoked' | 'delegationContinued';
      readonly delegation: Delegation;
    }
  | { readonly type: 'programmeSaved'; readonly programme: SavedProgramme }
  /** `ministry` holds from `ministryFrom`, which is never null here. */
  | {
      readonly type: 'procedureSaved';
      readonly procedure: ProcedureInput & { readonly ministryFrom: string };
    }
  /** The set a programme starts with, entered by one person, and the other one who answers for it. */
  | { readonly type: 'baselineSaved'; readonly baseline: BaselineInput }
  | { readonly type: 'baselineConfirmed'; readonly of: number }
  /** `base`: the baseline in force on its day then. */
  | {
      readonly type: 'baselineProposed';
      readonly proposal: string;
      readonly base: string | null;
      readonly baseline: BaselineInput;
    }
  | {
      readonly type: 'baselineApproved';
      readonly proposal: string;
      readonly proposedBy: PersonRef;
      readonly baseline: BaselineInput;
    }
  | { readonly type: 'baselineRefused'; readonly proposal: string; readonly reason: string }
  | { readonly type: 'baselineWithdrawn'; readonly proposal: string }
  | { readonly type: 'calendarSaved'; readonly calendar: CalendarVersion; readonly reason: string }
  | {
      readonly type: 'chainSaved';
      readonly chain: {
        readonly id: string;
        readonly version: number;
        readonly steps: readonly ChainStep[];
        readonly from: LegalDate;
        readonly to: LegalDate | null;
      };
      readonly reason: string;
    }
  | { readonly type: 'functionSeatSaved'; readonly seat: FunctionSeat }
  | { readonly type: 'figureEntered'; readonly figure: Figure }
  | { readonly type: 'figureRemoved'; readonly id: string; readonly reason: string }
  | { readonly type: 'wageSaved'; readonly wage: WageVersion; readonly reason: string }
  /** Empty reasons are those of what is new. */
  | { readonly type: 'indicatorSaved'; readonly indicator: Indicator; readonly reason: string }
  | { readonly type: 'indicatorEntered'; readonly entry: IndicatorEntry; readonly reason: string }
  | { readonly type: 'programmeTaskSaved'; readonly task: ProgrammeTask; readonly reason: string }
  | { readonly type: 'reportTemplateSaved'; readonly template: TemplateVersion; readonly reason: string }
  | { readonly type: 'reportSigned'; readonly signature: ReportSignature }
  | {
      readonly type: 'reportSignatureTakenBack';
      readonly report: string;
      /** The version of its signature. */
      readonly of: number;
      readonly reason: string;
    }
  /** How an agency's own spreadsheets are read; nobody else's to see. */
  | {
      readonly type: 'mappingSaved';
      readonly mapping: Omit<MappingInput, 'basedOn'> & {
        readonly agency: string;
        readonly headingSet: string;
        readonly version: number;
      };
    }
  | { readonly type: 'mappingRenamed'; readonly mapping: MappingKey & { readonly name: string } }
  | { readonly type: 'mappingRemoved'; readonly mapping: MappingKey }
  /** Who outside is told what, and where; the system switches one off whose receiver takes nothing. */
  | { readonly type: 'webhookSaved' | 'webhookStopped' | 'webhookRemoved'; readonly webhook: Webhook };

/** Which of an agency's mappings it is. */
export interface MappingKey {
  readonly agency: string;
  readonly kind: MappingInput['kind'];
  readonly headingSet: string;
}

export type CatalogueEvent = CatalogueEventBody & EventEnvelope;
