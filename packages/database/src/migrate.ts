import { type Migration, Migrator } from 'kysely/migration';
import * as record from './migrations/0001-record.ts';
import * as catalogue from './migrations/0002-catalogue.ts';
import * as plansAndDocuments from './migrations/0003-plans-and-documents.ts';
import * as atWork from './migrations/0004-at-work.ts';
import * as remarks from './migrations/0006-remarks.ts';
import * as keysTold from './migrations/0036-keys-told.ts';
import * as checkpoints from './migrations/0037-checkpoints.ts';
import * as files from './migrations/0011-files.ts';
import * as operations from './migrations/0012-operations.ts';
import * as reminders from './migrations/0009-reminders.ts';
import * as absence from './migrations/0008-absence.ts';
import * as dates from './migrations/0007-dates.ts';
import * as bottlenecks from './migrations/0010-bottlenecks.ts';
import * as terms from './migrations/0013-terms.ts';
import * as consultation from './migrations/0014-consultation.ts';
import * as notices from './migrations/0017-notices.ts';
import * as formerNames from './migrations/0018-former-names.ts';
import * as readMarks from './migrations/0016-read-marks.ts';
import * as counting from './migrations/0020-counting.ts';
import * as baselineProposals from './migrations/0021-baseline-proposals.ts';
import * as reports from './migrations/0022-reports.ts';
import * as peopleFound from './migrations/0025-people-found.ts';
import * as publicProgrammes from './migrations/0027-public-programmes.ts';
import * as outsideFigures from './migrations/0028-outside-figures.ts';
import * as wages from './migrations/0029-wages.ts';
import * as costs from './migrations/0030-costs.ts';
import * as indicators from './migrations/0031-indicators.ts';
import * as importMappings from './migrations/0032-import-mappings.ts';
import * as subjectPeriods from './migrations/0033-subject-periods.ts';
import * as reportTemplates from './migrations/0034-report-templates.ts';
import * as partCells from './migrations/0035-part-cells.ts';
import * as costCells from './migrations/0041-cost-cells.ts';
import * as stepsThen from './migrations/0042-steps-then.ts';
import * as reportSignatures from './migrations/0043-report-signatures.ts';
import * as mappingNames from './migrations/0044-mapping-names.ts';
import * as listsAndSearches from './migrations/0046-lists-and-searches.ts';
import * as passkeys from './migrations/0047-passkeys.ts';
import * as webhooks from './migrations/0050-webhooks.ts';
import { rebuild } from './record/rebuild.ts';
import type { Db } from './schema.ts';

const MIGRATIONS: Record<string, Migration> = {
  '0001-record': record,
  '0002-catalogue': catalogue,
  '0003-plans-and-documents': plansAndDocuments,
  '0004-at-work': atWork,
  '0006-remarks': remarks,
  '0036-keys-told': keysTold,
  '0037-checkpoints': checkpoints,
  '0011-files': files,
  '0012-operations': operations,
  '0009-reminders': reminders,
  '0008-absence': absence,
  '0007-dates': dates,
  '0010-bottlenecks': bottlenecks,
  '0013-terms': terms,
  '0014-consultation': consultation,
  '0017-notices': notices,
  '0018-former-names': formerNames,
  '0016-read-marks': readMarks,
  '0020-counting': counting,
  '0021-baseline-proposals': baselineProposals,
  '0022-reports': reports,
  '0025-people-found': peopleFound,
  '0027-public-programmes': publicProgrammes,
  '0028-outside-figures': outsideFigures,
  '0029-wages': wages,
  '0030-costs': costs,
  '0031-indicators': indicators,
  '0032-import-mappings': importMappings,
  '0033-subject-periods': subjectPeriods,
  '0034-report-templates': reportTemplates,
  '0035-part-cells': partCells,
  '0041-cost-cells': costCells,
  '0042-steps-then': stepsThen,
  '0043-report-signatures': reportSignatures,
  '0044-mapping-names': mappingNames,
  '0046-lists-and-searches': listsAndSearches,
  '0047-passkeys': passkeys,
  '0050-webhooks': webhooks,
};

/** Migrations whose new rows follow from events on record. */
const FILLED_FROM_EVENTS: ReadonlySet<string> = new Set([
  '0020-counting',
  '0021-baseline-proposals',
  '0033-subject-periods',
  '0035-part-cells',
  '0041-cost-cells',
  '0042-steps-then',
]);

const migrator = (db: Db): Migrator =>
  new Migrator({ db, provider: { getMigrations: () => Promise.resolve(MIGRATIONS) } });

/** Brings the database to the newest schema; safe when several processes do so at once. Throws what went wrong. */
export async function migrate(db: Db): Promise<string[]> {
  const { error, results } = await migrator(db).migrateToLatest();
  if (error) throw error;
  const done = (results ?? []).map(({ migrationName }) => migrationName);
  if (done.some((name) => FILLED_FROM_EVENTS.has(name))) await rebuild(db);
  return done;
}

/** Whether nothing is left to migrate; for readiness. */
export async function isMigrated(db: Db): Promise<boolean> {
  const all = await migrator(db).getMigrations();
  return all.every((migration) => migration.executedAt !== undefined);
}
