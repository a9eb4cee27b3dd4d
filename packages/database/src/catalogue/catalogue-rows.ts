import { sql } from 'kysely';
import type { Instant } from '@tinhgon/rules/days';
import { assertNever } from '@tinhgon/rules/vocabulary';
import { searchKey } from '../search-key.ts';
import type { Trx } from '../schema.ts';
import { type AgencyInCharge, keepAgencies } from './agencies-in-charge.ts';
import { applyBaselineEvents } from './baseline-rows.ts';
import { delegationRow } from './delegation-row.ts';
import type { CatalogueEvent } from './event.ts';
import { entryRow, figureKey, indicatorRow, taskRow } from './indicator-rows.ts';
import { MappingStandings } from './mapping-standings.ts';
import { signatureRow, takeBackRow } from './signature-rows.ts';

export interface WrittenEvent {
  readonly subject: string;
  readonly event: CatalogueEvent;
  /** When the record took it in. */
  readonly writtenAt: Instant;
}

/**
 * Writes the rows that follow from catalogue events, in their order; many at once are written in bulk. What totals
 * are made of is left to whoever calls.
 */
export async function applyCatalogueEvents(trx: Trx, events: readonly WrittenEvent[]): Promise<void> {
  const rows = {
    agency: new Map<string, object>(),
    person: new Map<string, object>(),
    assignment: new Map<string, object>(),
    delegation: new Map<string, object>(),
    programme: new Map<string, object>(),
    procedure: new Map<string, object>(),
    procedure_ministry: new Map<string, object>(),
    calendar_version: new Map<string, object>(),
    chain_version: new Map<string, object>(),
    function_seat: new Map<string, object>(),
    outside_figure: new Map<string, object>(),
    wage_version: new Map<string, object>(),
    indicator: new Map<string, object>(),
    indicator_entry: new Map<string, object>(),
    programme_task: new Map<string, object>(),
    report_template: new Map<string, object>(),
    report_signature: new Map<string, object>(),
    import_mapping: new Map<string, object>(),
    webhook: new Map<string, object>(),
  };
  const inCharge: AgencyInCharge[] = [];
  const removed = new Set<string>();
  const mappings = new MappingStandings();
  const takenBack: Parameters<typeof takeBackRow>[1][] = [];
  for (const { event, writtenAt } of events) {
    switch (event.type) {
      case 'agencySaved': {
        const { code, nameVi, nameEn, formerNames = [], ...rest } = event.agency;
        const former = formerNames.flatMap((name) => [name.nameVi, name.nameEn]);
        const search = searchKey(code, nameVi, nameEn, ...former);
        const row = { code, name_vi: nameVi, name_en: nameEn, ...rest, former_names: formerNames, search };
        rows.agency.set(code, row);
        break;
      }
      case 'personSaved':
        rows.person.set(event.person.id, { ...event.person, search: searchKey(event.person.name) });
        break;
      case 'assignmentSaved': {
        const { personId, ...rest } = event.assignment;
        rows.assignment.set(rest.id, { ...rest, person_id: personId });
        break;
      }
      case 'delegationGiven':
      case 'delegationRevoked':
      case 'delegationContinued':
        rows.delegation.set(event.delegation.id, delegationRow(event.delegation));
        break;
      case 'programmeSaved': {
        const { nameVi, nameEn, publicLicence = null, ...rest } = event.programme;
        rows.programme.set(rest.code, {
          ...rest,
          name_vi: nameVi,
          name_en: nameEn,
          public_licence: publicLicence,
        });
        break;
      }
      case 'procedureSaved': {
        const { code, nameVi, nameEn, field, level, users, ministry, ministryFrom } = event.procedure;
        const search = searchKey(code, nameVi, nameEn);
        rows.procedure.set(code, { code, name_vi: nameVi, name_en: nameEn, field, level, users, search });
        rows.procedure_ministry.set(`${code}\n${ministryFrom}`, {
          procedure_code: code,
          from: ministryFrom,
          ministry,
        });
        inCharge.push({ procedureCode: code, from: ministryFrom, ministry, writtenAt });
        break;
      }
      case 'baselineSaved':
      case 'baselineConfirmed':
      case 'baselineProposed':
      case 'baselineApproved':
      case 'baselineRefused':
      case 'baselineWithdrawn':
        break;
      case 'calendarSaved': {
        const { version, days } = event.calendar;
        rows.calendar_version.set(String(version), { version, days, ...recorded(event) });
        break;
      }
      case 'chainSaved': {
        const { id, version } = event.chain;
        rows.chain_version.set(`${id}\n${version}`, { ...event.chain, ...recorded(event) });
        break;
      }
      case 'functionSeatSaved':
        rows.function_seat.set(`${event.seat.function}\n${event.seat.from}`, event.seat);
        break;
      case 'figureEntered': {
        const { asAt, ...figure } = event.figure;
        const entered = { entered_by: event.actor.name, entered_at: event.at, removed: false };
        rows.outside_figure.set(figure.id, { ...figure, as_at: asAt, ...entered });
        break;
      }
      case 'figureRemoved':
        removed.add(event.id);
        break;
      case 'wageSaved': {
        const { nameVi, nameEn, ...rest } = event.wage;
        const row = { ...rest, name_vi: nameVi, name_en: nameEn, ...recorded(event) };
        rows.wage_version.set(`${rest.code}\n${rest.version}`, row);
        break;
      }
      case 'indicatorSaved':
        rows.indicator.set(event.indicator.code, indicatorRow(event));
        break;
      case 'indicatorEntered': {
        const key = `${figureKey(event.entry)}\n${event.entry.version}`;
        rows.indicator_entry.set(key, entryRow(event, { writtenAt }));
        break;
      }
      case 'programmeTaskSaved':
        rows.programme_task.set(`${event.task.code}\n${event.task.version}`, taskRow(event, { writtenAt }));
        break;
      case 'reportTemplateSaved': {
        const { programme, language, version } = event.template;
        rows.report_template.set(`${programme}\n${language}\n${version}`, {
          ...event.template,
          ...recorded(event),
        });
        break;
      }
      case 'reportSigned': {
        const { report, version } = event.signature;
        rows.report_signature.set(`${report}\n${version}`, signatureRow(event));
        break;
      }
      case 'reportSignatureTakenBack':
        takenBack.push(event);
        break;
      case 'mappingSaved': {
        const { headingSet, ...rest } = event.mapping;
        const entered = { recorded_at: event.at, recorded_by: event.actor.name };
        const row = { ...rest, heading_set: headingSet, ...entered };
        rows.import_mapping.set(`${rest.agency}\n${rest.kind}\n${headingSet}`, row);
        mappings.saved(event.mapping);
        break;
      }
      case 'mappingRenamed':
        mappings.renamed(event.mapping);
        break;
      case 'mappingRemoved':
        mappings.removed(event.mapping);
        break;
      case 'webhookSaved':
      case 'webhookStopped':
      case 'webhookRemoved':
        rows.webhook.set(event.webhook.id, { ...event.webhook, removed: event.type === 'webhookRemoved' });
        break;
      default:
        assertNever(event);
    }
  }
  await replace(trx, 'agency', ['code'], [...rows.agency.values()]);
  await replace(trx, 'person', ['id'], [...rows.person.values()]);
  await replace(trx, 'assignment', ['id'], [...rows.assignment.values()]);
  await replace(trx, 'delegation', ['id'], [...rows.delegation.values()]);
  await replace(trx, 'programme', ['code'], [...rows.programme.values()]);
  await replace(trx, 'procedure', ['code'], [...rows.procedure.values()]);
  await replace(trx, 'procedure_ministry', ['procedure_code', 'from'], [...rows.procedure_ministry.values()]);
  await keepAgencies(trx, inCharge);
  await replace(trx, 'calendar_version', ['version'], [...rows.calendar_version.values()]);
  await replace(trx, 'chain_version', ['id', 'version'], [...rows.chain_version.values()]);
  await replace(trx, 'function_seat', ['function', 'from'], [...rows.function_seat.values()]);
  await replace(trx, 'outside_figure', ['id'], [...rows.outside_figure.values()]);
  if (removed.size > 0) {
    await trx
      .updateTable('outside_figure')
      .set({ removed: true })
      .where('id', 'in', [...removed])
      .execute();
  }
  await replace(trx, 'wage_version', ['code', 'version'], [...rows.wage_version.values()]);
  await replace(trx, 'indicator', ['code'], [...rows.indicator.values()]);
  await replace(
    trx,
    'indicator_entry',
    ['indicator', 'kind', 'period', 'whose', 'version'],
    [...rows.indicator_entry.values()],
  );
  await replace(trx, 'programme_task', ['code', 'version'], [...rows.programme_task.values()]);
  const templateKey = ['programme', 'language', 'version'];
  await replace(trx, 'report_template', templateKey, [...rows.report_template.values()]);
  await replace(trx, 'report_signature', ['report', 'version'], [...rows.report_signature.values()]);
  for (const event of takenBack) await takeBackRow(trx, event);
  await replace(trx, 'import_mapping', ['agency', 'kind', 'heading_set'], [...rows.import_mapping.values()]);
  await mappings.write(trx);
  await replace(trx, 'webhook', ['id'], [...rows.webhook.values()]);
  await applyBaselineEvents(trx, events);
}

/** When, by whom and why a version was entered. */
const recorded = (event: CatalogueEvent & { readonly reason: string }) => ({
  reason: event.reason,
  recorded_at: event.at,
  recorded_by: event.actor.name,
});

type Replaceable =
  | 'agency'
  | 'person'
  | 'assignment'
  | 'delegation'
  | 'programme'
  | 'procedure'
  | 'procedure_ministry'
  | 'calendar_version'
  | 'chain_version'
  | 'function_seat'
  | 'outside_figure'
  | 'wage_version'
  | 'indicator'
  | 'indicator_entry'
  | 'programme_task'
  | 'report_template'
  | 'report_signature'
  | 'import_mapping'
  | 'webhook';

async function replace(
  trx: Trx,
  table: Replaceable,
  key: readonly string[],
  rows: readonly object[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const set = columns.filter((column) => !key.includes(column));
  const list = sql.join(columns.map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${list})
    select ${list} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)
    on conflict (${sql.join(key.map((column) => sql.ref(column)))}) do update set
      ${sql.join(set.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`))}`.execute(trx);
}
