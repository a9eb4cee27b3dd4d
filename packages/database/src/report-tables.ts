import type { ColumnType } from 'kysely';
import type { KeptTexts } from '@tinhgon/rules/report/template';
import type { ReportAnnex, ReportFormat, ReportLanguage, ReportState } from '@tinhgon/rules/views/report';

/** Reports that were made, their files, and the texts they are made with. */
export interface ReportTables {
  report: {
    id: string;
    programme: string;
    as_at: string;
    known_at: string;
    language: ReportLanguage;
    template_version: number;
    state: ReportState;
    /** Lines written, of all there are to write. */
    done: number;
    total: number;
    asked_by_id: string;
    asked_by_name: string;
    asked_at: string;
    finished_at: string | null;
    simplified: number | null;
    baseline: number | null;
  };
  report_template: {
    programme: string;
    language: ReportLanguage;
    version: number;
    texts: ColumnType<KeptTexts, string, string>;
    reason: string;
    recorded_at: string;
    recorded_by: string;
  };
  report_file: {
    report: string;
    format: ReportFormat;
    annex: ReportAnnex | null;
    name: string;
    bytes: number;
    sha256: string;
  };
}
