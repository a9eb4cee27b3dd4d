import type { Actor } from '@tinhgon/rules/actor';
import type { WorkingCalendar } from '@tinhgon/rules/calendar';
import type { AsAt } from '@tinhgon/rules/counting';
import type { ReportLanguage } from '@tinhgon/rules/views/report';
import type { Template } from './letter.ts';

/** A report is read as somebody who sees what everyone signed in sees, and no more: it is handed on. */
export const ANYONE: Actor = { id: '', name: '', agency: '', roles: [], assignments: [] };

export interface ReportQuestion extends AsAt {
  readonly programme: string;
  readonly language: ReportLanguage;
  readonly calendar: WorkingCalendar;
  readonly template: Template;
  /** Everything is synthetic, made to try the software: a report says so. */
  readonly evaluation: boolean;
}
