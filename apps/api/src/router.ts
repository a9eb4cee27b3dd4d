import { confirmBaseline, decideBaseline } from './routes/baselines/decide-baseline.ts';
import { getProposal, listProposalMembers } from './routes/baselines/get-proposal.ts';
import { listBaselines } from './routes/baselines/list-baselines.ts';
import { listProposals } from './routes/baselines/list-proposals.ts';
import { proposeBaseline } from './routes/baselines/propose-baseline.ts';
import { commandBottleneck } from './routes/bottlenecks/command-bottleneck.ts';
import { getBottleneck } from './routes/bottlenecks/get-bottleneck.ts';
import { listBottlenecks } from './routes/bottlenecks/list-bottlenecks.ts';
import { raiseBottleneck } from './routes/bottlenecks/raise-bottleneck.ts';
import { commandCampaign } from './routes/campaigns/command-campaign.ts';
import { getCampaign } from './routes/campaigns/get-campaign.ts';
import { listCampaigns } from './routes/campaigns/list-campaigns.ts';
import { openCampaign } from './routes/campaigns/open-campaign.ts';
import { listAgencies } from './routes/catalogue/list-agencies.ts';
import { listAssignments } from './routes/catalogue/list-assignments.ts';
import { listPeople } from './routes/catalogue/list-people.ts';
import { endAssignment } from './routes/catalogue/end-assignment.ts';
import { saveAgency } from './routes/catalogue/save-agency.ts';
import { saveAssignment } from './routes/catalogue/save-assignment.ts';
import { removePasskeys } from './routes/catalogue/remove-passkeys.ts';
import { savePerson } from './routes/catalogue/save-person.ts';
import { saveProgramme } from './routes/catalogue/save-programme.ts';
import { giveDelegation } from './routes/delegations/give-delegation.ts';
import { listDelegations } from './routes/delegations/list-delegations.ts';
import { revokeDelegation } from './routes/delegations/revoke-delegation.ts';
import { getGraph } from './routes/dependencies/get-graph.ts';
import { listDependants } from './routes/dependencies/list-dependants.ts';
import { listWaitsFor } from './routes/dependencies/list-waits-for.ts';
import { commandDocument } from './routes/documents/command-document.ts';
import { documentChangesSince } from './routes/documents/changes-since.ts';
import { lookAtDocument } from './routes/documents/look-at-document.ts';
import { getConsultations } from './routes/documents/get-consultations.ts';
import { listAskedOfUs } from './routes/documents/list-asked-of-us.ts';
import { getDocument } from './routes/documents/get-document.ts';
import { listDocuments } from './routes/documents/list-documents.ts';
import { startDocument } from './routes/documents/start-document.ts';
import { getDraft } from './routes/drafts/get-draft.ts';
import { removeDraft } from './routes/drafts/remove-draft.ts';
import { saveDraft } from './routes/drafts/save-draft.ts';
import { listEvents } from './routes/events/list-events.ts';
import { findFiles } from './routes/files/find-files.ts';
import { listFiles } from './routes/files/list-files.ts';
import { carryOutLeaving } from './routes/leaving/carry-out-leaving.ts';
import { previewLeaving } from './routes/leaving/preview-leaving.ts';
import { listInbox } from './routes/inbox/list-inbox.ts';
import { commandInspection } from './routes/inspections/command-inspection.ts';
import { getInspection } from './routes/inspections/get-inspection.ts';
import { listInspections } from './routes/inspections/list-inspections.ts';
import { listInspectors } from './routes/inspections/list-inspectors.ts';
import { openInspection } from './routes/inspections/open-inspection.ts';
import { liveChanges } from './routes/live/changes.ts';
import { addPasskey } from './routes/me/passkeys/add-passkey.ts';
import { beginPasskey } from './routes/me/passkeys/begin-passkey.ts';
import { challengePasskey } from './routes/me/passkeys/challenge-passkey.ts';
import { listPasskeys } from './routes/me/passkeys/list-passkeys.ts';
import { removePasskey } from './routes/me/passkeys/remove-passkey.ts';
import { setConfirms } from './routes/me/passkeys/set-confirms.ts';
import { getMe } from './routes/me/get-me.ts';
import { getMyData } from './routes/me/get-my-data.ts';
import { getPreferences } from './routes/me/get-preferences.ts';
import { renewCalendar } from './routes/me/renew-calendar.ts';
import { revokeCalendar } from './routes/me/revoke-calendar.ts';
import { savePreferences } from './routes/me/save-preferences.ts';
import { setLanguage } from './routes/me/set-language.ts';
import { commandOperation } from './routes/operations/command-operation.ts';
import { getOperation } from './routes/operations/get-operation.ts';
import { listOperationItems } from './routes/operations/list-operation-items.ts';
import { listOperations } from './routes/operations/list-operations.ts';
import { previewAgencyChange } from './routes/operations/preview-agency-change.ts';
import { previewBulk } from './routes/operations/preview-bulk.ts';
import { signOperation } from './routes/operations/sign-operation.ts';
import { startAgencyChange } from './routes/operations/start-agency-change.ts';
import { undoOperation } from './routes/operations/undo-operation.ts';
import { startBulk } from './routes/operations/start-bulk.ts';
import { listEscalations } from './routes/notifications/list-escalations.ts';
import { listNotifications } from './routes/notifications/list-notifications.ts';
import { markNotifications } from './routes/notifications/mark-notifications.ts';
import { commandPlan } from './routes/plans/command-plan.ts';
import { changesSince } from './routes/plans/changes-since.ts';
import { lookAtPlan } from './routes/plans/look-at-plan.ts';
import { getPlan } from './routes/plans/get-plan.ts';
import { listPlans } from './routes/plans/list-plans.ts';
import { startPlan } from './routes/plans/start-plan.ts';
import { getProcedure } from './routes/procedures/get-procedure.ts';
import { listProcedures } from './routes/procedures/list-procedures.ts';
import { proceduresForPlan } from './routes/procedures/procedures-for-plan.ts';
import { getDifference, listDifference } from './routes/programmes/difference.ts';
import { getTotals } from './routes/programmes/get-totals.ts';
import {
  getDebt,
  getParts,
  getRanking,
  getResponsibility,
  getStages,
  listHolding,
} from './routes/where-it-stands/where-it-stands.ts';
import { getCost, listCostPlans, listCostProcedures } from './routes/where-it-stands/cost.ts';
import { listProgrammes } from './routes/programmes/list-programmes.ts';
import { listStuck } from './routes/programmes/list-stuck.ts';
import { getExpected } from './routes/forecast/expected.ts';
import { getForecast, listForecastWork } from './routes/forecast/forecast.ts';
import { enterFigure, listFigures, removeFigure } from './routes/figures/figures.ts';
import {
  enterFigure as enterIndicatorFigure,
  getIndicator,
  listIndicators,
  saveIndicator,
} from './routes/indicators/indicators.ts';
import {
  getProgrammeTask,
  listProgrammeTasks,
  removeProgrammeTask,
  saveProgrammeTask,
} from './routes/programme-tasks/programme-tasks.ts';
import { askReport, getReport, listReports } from './routes/reports/reports.ts';
import { signReport, takeBackSignature } from './routes/reports/signatures.ts';
import { listTemplates, previewReportTemplate, saveTemplate } from './routes/reports/templates.ts';
import { clocksBehind } from './routes/terms/clocks-behind.ts';
import { listMappings, removeMapping, renameMapping, saveMapping } from './routes/imports/mappings.ts';
import { listCalendars } from './routes/terms/list-calendars.ts';
import { listChains } from './routes/terms/list-chains.ts';
import { listFunctionSeats } from './routes/terms/list-function-seats.ts';
import { listOwnSteps } from './routes/terms/list-own-steps.ts';
import { listWages } from './routes/terms/list-wages.ts';
import { previewCalendar } from './routes/terms/preview-calendar.ts';
import { previewChain } from './routes/terms/preview-chain.ts';
import { startReplan } from './routes/terms/start-replan.ts';
import { saveCalendar } from './routes/terms/save-calendar.ts';
import { saveChain } from './routes/terms/save-chain.ts';
import { saveFunctionSeat } from './routes/terms/save-function-seat.ts';
import { saveWage } from './routes/terms/save-wage.ts';
import { find } from './routes/search/find.ts';
import { lookAtSystem } from './routes/system/look-at-system.ts';
import { listDeliveries, sendAgain, testWebhook } from './routes/webhooks/deliveries.ts';
import {
  addWebhook,
  listWebhooks,
  removeWebhook,
  replaceWebhookSecret,
  saveWebhook,
} from './routes/webhooks/webhooks.ts';
import { router } from './trpc.ts';

/** Everything the screens ask for, by noun. */
export const appRouter = router({
  me: router({
    get: getMe,
    setLanguage,
    data: getMyData,
    preferences: getPreferences,
    savePreferences,
    renewCalendar,
    revokeCalendar,
    passkeys: listPasskeys,
    beginPasskey,
    challengePasskey,
    addPasskey,
    removePasskey,
    setConfirms,
  }),
  notifications: router({ list: listNotifications, escalations: listEscalations, mark: markNotifications }),
  inbox: router({ list: listInbox }),
  plans: router({
    list: listPlans,
    get: getPlan,
    start: startPlan,
    command: commandPlan,
    changes: changesSince,
    look: lookAtPlan,
  }),
  documents: router({
    list: listDocuments,
    get: getDocument,
    start: startDocument,
    command: commandDocument,
    changes: documentChangesSince,
    look: lookAtDocument,
    consultations: getConsultations,
    askedOfUs: listAskedOfUs,
    expected: getExpected,
  }),
  operations: router({
    list: listOperations,
    get: getOperation,
    items: listOperationItems,
    previewBulk,
    startBulk,
    previewAgencyChange,
    startAgencyChange,
    undo: undoOperation,
    sign: signOperation,
    command: commandOperation,
  }),
  programmes: router({
    list: listProgrammes,
    totals: getTotals,
    difference: getDifference,
    differenceLines: listDifference,
    stuck: listStuck,
    parts: getParts,
    ranking: getRanking,
    stages: getStages,
    holding: listHolding,
    responsibility: getResponsibility,
    debt: getDebt,
    cost: getCost,
    costPlans: listCostPlans,
    costProcedures: listCostProcedures,
    forecast: getForecast,
    forecastWork: listForecastWork,
  }),
  figures: router({ list: listFigures, enter: enterFigure, remove: removeFigure }),
  indicators: router({
    list: listIndicators,
    get: getIndicator,
    save: saveIndicator,
    enter: enterIndicatorFigure,
  }),
  programmeTasks: router({
    list: listProgrammeTasks,
    get: getProgrammeTask,
    save: saveProgrammeTask,
    remove: removeProgrammeTask,
  }),
  reports: router({
    ask: askReport,
    list: listReports,
    get: getReport,
    sign: signReport,
    takeBackSignature,
    templates: listTemplates,
    saveTemplate,
    previewTemplate: previewReportTemplate,
  }),
  imports: router({ mappings: listMappings, saveMapping, renameMapping, removeMapping }),
  baselines: router({
    list: listBaselines,
    confirm: confirmBaseline,
    proposals: listProposals,
    proposal: getProposal,
    members: listProposalMembers,
    propose: proposeBaseline,
    decide: decideBaseline,
  }),
  procedures: router({ list: listProcedures, get: getProcedure, forPlan: proceduresForPlan }),
  drafts: router({ get: getDraft, save: saveDraft, remove: removeDraft }),
  catalogue: router({
    agencies: listAgencies,
    saveAgency,
    people: listPeople,
    savePerson,
    removePasskeys,
    assignments: listAssignments,
    saveAssignment,
    endAssignment,
    programmes: listProgrammes,
    saveProgramme,
  }),
  dependencies: router({ dependants: listDependants, waitsFor: listWaitsFor, graph: getGraph }),
  files: router({ list: listFiles, find: findFiles }),
  leaving: router({ preview: previewLeaving, carryOut: carryOutLeaving }),
  delegations: router({ list: listDelegations, give: giveDelegation, revoke: revokeDelegation }),
  bottlenecks: router({
    list: listBottlenecks,
    get: getBottleneck,
    raise: raiseBottleneck,
    command: commandBottleneck,
  }),
  campaigns: router({
    list: listCampaigns,
    get: getCampaign,
    open: openCampaign,
    command: commandCampaign,
  }),
  inspections: router({
    list: listInspections,
    get: getInspection,
    inspectors: listInspectors,
    open: openInspection,
    command: commandInspection,
  }),
  terms: router({
    calendars: listCalendars,
    saveCalendar,
    previewCalendar,
    clocksBehind,
    chains: listChains,
    ownSteps: listOwnSteps,
    saveChain,
    previewChain,
    functionSeats: listFunctionSeats,
    saveFunctionSeat,
    startReplan,
    wages: listWages,
    saveWage,
  }),
  webhooks: router({
    list: listWebhooks,
    add: addWebhook,
    save: saveWebhook,
    remove: removeWebhook,
    replaceSecret: replaceWebhookSecret,
    test: testWebhook,
    deliveries: listDeliveries,
    sendAgain,
  }),
  search: router({ find }),
  system: router({ look: lookAtSystem }),
  events: router({ list: listEvents }),
  live: router({ changes: liveChanges }),
});

export type AppRouter = typeof appRouter;
