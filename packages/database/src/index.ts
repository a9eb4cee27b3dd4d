/** Table of contents of what the worker, the API and the tools use. Migrations and row writing stay inside. */
export { createDatabase, type DatabaseOptions } from './create-database.ts';
export { isMigrated, migrate } from './migrate.ts';
export type { Db, Schema, Trx } from './schema.ts';
export { searchKey } from './search-key.ts';
export { contentsOf, storeContent } from './store-content.ts';
export { storePlanContent } from './store-plan-content.ts';

export { EVENTS_CHANNEL } from './events/append-events.ts';
export { EpochConflict, EventGap } from './events/errors.ts';
export { type Outbox, projectEvents } from './events/project-events.ts';

export { NoSuchPerson, NoSuchRow, SubjectTaken, VersionMoved } from './catalogue/errors.ts';
export { endAssignment, saveAssignment } from './catalogue/save-assignment.ts';
export { giveDelegation, revokeDelegation } from './catalogue/save-delegation.ts';
export { saveAgency } from './catalogue/save-agency.ts';

export { confirmBaseline, decideBaseline, proposeBaseline } from './catalogue/propose-baseline.ts';
export { removeMapping, renameMapping, saveMapping } from './catalogue/save-mapping.ts';
export { savePerson } from './catalogue/save-person.ts';
export { saveCalendar, saveChain, saveFunctionSeat } from './catalogue/save-terms.ts';
export { saveProgramme } from './catalogue/save-programme.ts';
export { saveReportTemplate } from './catalogue/save-report-template.ts';
export { saveWage } from './catalogue/save-wage.ts';
export { FIRST_EPOCH, type Stamp } from './catalogue/write-catalogue.ts';

export { actorFor } from './queries/actor-for.ts';
export { agencyByCode, agencyExists, listAgencies, unknownAgencies } from './queries/catalogue/agencies.ts';
export { assignmentById, listAssignments } from './queries/catalogue/assignments.ts';
export { isEmptyOfPeople, listPeople, personById } from './queries/catalogue/people.ts';
export { listProgrammes, programmeByCode } from './queries/catalogue/programmes.ts';

export { delegationsOf } from './queries/delegations.ts';
export { InvalidCursor } from './queries/cursor.ts';
export { getDocument, type StoredDocument } from './queries/documents/get-document.ts';
export { listDocuments } from './queries/documents/list-documents.ts';
export { lastPosition, readFeed } from './queries/feed/read-feed.ts';
export { documentChanges } from './queries/documents/document-changes.ts';
export { planChanges } from './queries/plans/plan-changes.ts';
export { getPlan, type StoredPlan } from './queries/plans/get-plan.ts';
export { listPlans } from './queries/plans/list-plans.ts';
export { maySeePlan } from './queries/plans/visible-plans.ts';

export { commitImport, type ImportCounts } from './imports/commit-import.ts';
export { ImportConflict } from './imports/errors.ts';

export { rebuild } from './record/rebuild.ts';
export { reconcileRecord, type RecordReport } from './record/reconcile-record.ts';
