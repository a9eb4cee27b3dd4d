import type { ColumnType } from 'kysely';
import type { FileMime } from '@tinhgon/rules/files/file';
import type { CopyOutcome, ReportSignature } from '@tinhgon/rules/report/signature';
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
    /** Its lines of figures, as they stand in it; null of reports made before they were kept. */
    figures: ColumnType<readonly string[] | null, string | undefined, string>;
  };
  /** That a report was signed; the file's columns are null where only number and day were given. */
  report_signature: {
    report: string;
    version: number;
    number: string;
    signed_on: string;
    file_name: string | null;
    mime: FileMime | null;
    bytes: number | null;
    sha256: string | null;
    originals: ColumnType<ReportSignature['originals'], string, string>;
    recorded_at: string;
    recorded_by: string;
    taken_back: ColumnType<
      { readonly reason: string; readonly by: string; readonly at: string } | null,
      string,
      string
    >;
  };
  /** Signed copies held against their reports. */
  signed_copy_check: {
    report: string;
    sha256: string;
    outcome: CopyOutcome;
    missing: ColumnType<readonly string[], string, string>;
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
