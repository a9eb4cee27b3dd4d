import type { ReportAnnex, ReportFormat, ReportLanguage, ReportState } from '@tinhgon/rules/views/report';

/** Reports that were made, and their files. */
export interface ReportTables {
  report: {
    id: string;
    programme: string;
    as_at: string;
    known_at: string;
    language: ReportLanguage;
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
  report_file: {
    report: string;
    format: ReportFormat;
    annex: ReportAnnex | null;
    name: string;
    bytes: number;
    sha256: string;
  };
}
