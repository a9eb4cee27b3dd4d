import type { DateGround, DateKey, Milestone } from '@tinhgon/rules/dates/date';
import type { CommandSender } from '../../server/use-command.ts';

/** Commands about dates, which plans and documents both understand. */
export type DateBody =
  | {
      readonly type: 'requestDateChange';
      readonly date: DateKey;
      readonly to: string;
      readonly reason: string;
      readonly ground?: DateGround;
    }
  | { readonly type: 'approveDateChange'; readonly requestId: string }
  | { readonly type: 'refuseDateChange'; readonly requestId: string; readonly reason: string }
  | {
      readonly type: 'explainDelay';
      readonly step?: string;
      readonly date?: Milestone;
      readonly reason: string;
    };

export type SendDates = CommandSender<DateBody>;
