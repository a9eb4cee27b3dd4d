import type { LegalDate } from '../day.ts';
import type { ResponseKind } from './state.ts';

/** What is asked and answered at consultation; the words stand here alone. */
export type ConsultationEventBody =
  | {
      readonly type: 'consultationAsked';
      readonly asked: readonly { readonly id: string; readonly agency: string | null }[];
      readonly askedOn: LegalDate;
      readonly by: LegalDate;
      readonly note?: string;
    }
  | {
      readonly type: 'consultationAnswered';
      readonly consultationId: string;
      readonly agency: string | null;
      readonly answeredOn: LegalDate;
      readonly letter?: string;
      readonly points: readonly { readonly id: string; readonly text: string }[];
    }
  | {
      readonly type: 'pointResponded';
      readonly pointId: string;
      readonly response: ResponseKind;
      readonly text: string;
    };

export const CONSULTATION_EVENTS = ['consultationAsked', 'consultationAnswered', 'pointResponded'] as const;
