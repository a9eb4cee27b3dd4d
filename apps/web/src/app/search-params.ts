import { whatIfSchema } from '@tinhgon/rules/forecast/what-if';
import {
  MEASURES,
  DOCUMENT_PHASES,
  DOCUMENT_TYPES,
  FUNCTIONS,
  LEVELS,
  PLAN_PHASES,
  STEP_TIMINGS,
} from '@tinhgon/rules/vocabulary';
import { legalDateSchema } from '@tinhgon/rules/days';
import { INDICATOR_GROUPS } from '@tinhgon/rules/indicator/indicator';
import { periodSchema } from '@tinhgon/rules/indicator/period';
import { TASK_FILTERS } from '@tinhgon/rules/views/programme-task';
import { IMPORT_KINDS } from '@tinhgon/rules/views/import';
import { BULK_ACTIONS } from '@tinhgon/rules/operation/operation';
import { DIFFERENCE_CAUSES } from '@tinhgon/rules/views/difference';
import { INBOX_VIEWS } from '@tinhgon/rules/views/inbox';
import { NOTIFICATION_VIEWS } from '@tinhgon/rules/views/notification';
import { CAMPAIGN_PHASES } from '@tinhgon/rules/campaign/state';
import { CAUSES, STANDS_ON } from '@tinhgon/rules/bottleneck/state';
import { INSPECTION_PHASES } from '@tinhgon/rules/inspection/state';
import { REPORT_LANGUAGES } from '@tinhgon/rules/views/report';
import { BOTTLENECK_SCOPES, BOTTLENECK_STATUSES } from '@tinhgon/rules/views/bottleneck';
import { z } from 'zod';

/**
 * What stands in the address of each page: filters and the item being read, so that a page can be sent to
 * someone or reloaded. A value that makes no sense is left out rather than refused.
 */
const word = z.coerce.string().max(200).optional().catch(undefined);
const code = z.coerce.string().max(60).optional().catch(undefined);
const day = legalDateSchema.optional().catch(undefined);

export const progressSearch = z.object({ programme: code, asAt: day });

export const differenceSearch = z.object({
  programme: code,
  from: day,
  to: day,
  cause: z.enum(DIFFERENCE_CAUSES).optional().catch(undefined),
});

export const STANDS_PARTS = [
  'ranking',
  'stages',
  'parts',
  'debt',
  'cost',
  'responsibility',
  'holding',
] as const;
export const whereItStandsSearch = z.object({
  programme: code,
  asAt: day,
  part: z.enum(STANDS_PARTS).optional().catch(undefined),
  ministry: code,
  subject: z.enum(['plan', 'document']).optional().catch(undefined),
  step: word,
  function: z.enum(FUNCTIONS).optional().catch(undefined),
  agency: code,
  person: word,
  timing: z.literal('overdue').optional().catch(undefined),
  type: z.enum(DOCUMENT_TYPES).optional().catch(undefined),
});

export const forecastSearch = z.object({
  programme: code,
  asAt: day,
  ministry: code,
  /** What is tried. */
  if: z.array(whatIfSchema).max(10).optional().catch(undefined),
});

export const reportsSearch = z.object({ programme: code, asAt: day });

export const reportTemplatesSearch = z.object({
  programme: code,
  language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
});

export const figuresSearch = z.object({ programme: code });

export const indicatorsSearch = z.object({ programme: code, asAt: day });
export const indicatorSearch = z.object({
  asAt: day,
  agency: code,
  group: z.enum(INDICATOR_GROUPS).optional().catch(undefined),
  period: periodSchema.optional().catch(undefined),
});

export const programmeTasksSearch = z.object({
  programme: code,
  asAt: day,
  paper: z.string().max(500).optional().catch(undefined),
  owner: code,
  standing: z.enum(TASK_FILTERS).optional().catch(undefined),
  q: word,
});

export const baselinesSearch = z.object({ programme: code });

export const inboxSearch = z.object({
  view: z.enum(INBOX_VIEWS).optional().catch(undefined),
  subject: z.enum(['plan', 'document']).optional().catch(undefined),
  q: word,
  item: word,
  check: z.boolean().optional().catch(undefined),
});

export const plansSearch = z.object({
  asAt: day,
  phase: z.enum(PLAN_PHASES).optional().catch(undefined),
  timing: z.enum(STEP_TIMINGS).optional().catch(undefined),
  ministry: code,
  q: word,
  sort: z.enum(['due', 'code', 'name']).optional().catch(undefined),
});

/** The file being looked at. */
export const subjectSearch = z.object({ file: code });
export const bulkSearch = z.object({ action: z.enum(BULK_ACTIONS).optional().catch(undefined) });

export const documentsSearch = z.object({
  asAt: day,
  programme: code,
  phase: z
    .enum([...DOCUMENT_PHASES, 'open'])
    .optional()
    .catch(undefined),
  timing: z.enum(STEP_TIMINGS).optional().catch(undefined),
  type: z.enum(DOCUMENT_TYPES).optional().catch(undefined),
  ministry: code,
  q: word,
  sort: z.enum(['due', 'code', 'title']).optional().catch(undefined),
});

export const bottlenecksSearch = z.object({
  asAt: day,
  status: z.enum(BOTTLENECK_STATUSES).optional().catch(undefined),
  scope: z.enum(BOTTLENECK_SCOPES).optional().catch(undefined),
  agency: code,
  cause: z.enum(CAUSES).optional().catch(undefined),
  onKind: z.enum(STANDS_ON).optional().catch(undefined),
  onCode: code,
  campaign: code,
  q: word,
});

export const campaignsSearch = z.object({ phase: z.enum(CAMPAIGN_PHASES).optional().catch(undefined) });

export const inspectionsSearch = z.object({ phase: z.enum(INSPECTION_PHASES).optional().catch(undefined) });

export const proceduresSearch = z.object({
  programme: code,
  ministry: code,
  status: z.enum(['simplified', 'open', 'any']).optional().catch(undefined),
  year: z.coerce.number().int().min(1990).max(2100).optional().catch(undefined),
  measure: z.enum(MEASURES).optional().catch(undefined),
  document: code,
  level: z
    .enum([...LEVELS, 'none'])
    .optional()
    .catch(undefined),
  field: word,
  documentType: z
    .enum([...DOCUMENT_TYPES, 'none'])
    .optional()
    .catch(undefined),
  asAt: day,
  q: word,
});

export const graphSearch = z.object({
  focus: z
    .string()
    .max(80)
    .regex(/^(document|procedure|plan)\/[^/]+$/)
    .optional()
    .catch(undefined),
});

export const procedureSearch = z.object({ programme: code, asAt: day });

export const notificationsSearch = z.object({ view: z.enum(NOTIFICATION_VIEWS).optional().catch(undefined) });

export const leavingSearch = z.object({ person: word });
/** Which kind is imported, where the page before says so. */
export const importSearch = z.object({ kind: z.enum(IMPORT_KINDS).optional().catch(undefined) });

export const absenceSearch = z.object({ person: word });

export const catalogueSearch = z.object({
  tab: z
    .enum(['people', 'agencies', 'programmes', 'chains', 'calendar', 'wages'])
    .optional()
    .catch(undefined),
});
