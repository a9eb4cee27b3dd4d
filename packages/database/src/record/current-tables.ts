import type { Schema } from '../schema.ts';

/**
 * Tables that are a function of the events alone, and the columns that name a row; in an order in which they
 * can be emptied. `head` is among them.
 */
export const CURRENT_TABLES = {
  head: ['subject'],
  plan: ['code'],
  document: ['code'],
  step_run: ['subject', 'run'],
  subject_period: ['subject', 'from_at'],
  remark: ['subject', 'id'],
  date_request: ['subject', 'date'],
  delay: ['subject', 'missed', 'missed_on'],
  consultation: ['document_code', 'id'],
  measure: ['plan_code', 'procedure_code'],
  link: ['plan_code', 'procedure_code', 'document_code', 'known_from'],
  cost_period: ['plan_code', 'procedure_code', 'known_from'],
  evidence: ['document_code', 'evidence_id'],
  attached_file: ['subject', 'file_id', 'version'],
  evidence_procedure: ['document_code', 'evidence_id', 'procedure_code'],
  bottleneck: ['code'],
  campaign: ['code'],
  inspection: ['code'],
  baseline_member: ['baseline_id', 'procedure_code'],
  baseline: ['id'],
  baseline_proposal: ['id'],
  procedure_ministry: ['procedure_code', 'from'],
  procedure_ministries: ['procedure_code', 'known_from'],
  agencies_in_turn: ['ministries'],
  counted_period: ['programme', 'procedure_code', 'known_from'],
  count_cell: [
    'programme',
    'baseline_id',
    'known_from',
    'known_to',
    'ministries',
    'document_code',
    'measure',
    'counts_on',
    'counted_ministry',
  ],
  procedure: ['code'],
  programme: ['code'],
  delegation: ['id'],
  assignment: ['id'],
  person: ['id'],
  agency: ['code'],
  calendar_version: ['version'],
  chain_version: ['id', 'version'],
  function_seat: ['function', 'from'],
  outside_figure: ['id'],
  wage_version: ['code', 'version'],
  indicator: ['code'],
  indicator_entry: ['indicator', 'kind', 'period', 'whose', 'version'],
  programme_task: ['code', 'version'],
  report_template: ['programme', 'language', 'version'],
  import_mapping: ['agency', 'kind', 'heading_set'],
} as const satisfies { [T in keyof Schema]?: readonly (keyof Schema[T])[] };

export type CurrentTable = keyof typeof CURRENT_TABLES;
export const currentTables = Object.keys(CURRENT_TABLES) as CurrentTable[];
