import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazy,
} from '@tanstack/react-router';
import { markNavigation } from '../components/navigation.ts';
import { MissingPage } from './missing-page.tsx';
import { RouteFailure } from './route-failure.tsx';
import * as search from './search-params.ts';
import { Shell } from './shell.tsx';

const root = createRootRoute({ component: Shell, notFoundComponent: MissingPage });
const under = () => root;

const progress = createRoute({
  getParentRoute: under,
  path: '/',
  validateSearch: search.progressSearch,
  component: lazy(() => import('../features/progress/progress-page.tsx'), 'ProgressPage'),
});
const inbox = createRoute({
  getParentRoute: under,
  path: '/inbox',
  validateSearch: search.inboxSearch,
  component: lazy(() => import('../features/inbox/inbox-page.tsx'), 'InboxPage'),
});
const plans = createRoute({
  getParentRoute: under,
  path: '/plans',
  validateSearch: search.plansSearch,
  component: lazy(() => import('../features/plan/plans-page.tsx'), 'PlansPage'),
});
const newPlan = createRoute({
  getParentRoute: under,
  path: '/plans/new',
  component: lazy(() => import('../features/plan/form/new-plan-page.tsx'), 'NewPlanPage'),
});
const plan = createRoute({
  getParentRoute: under,
  path: '/plans/$code',
  validateSearch: search.subjectSearch,
  component: lazy(() => import('../features/plan/plan-page.tsx'), 'PlanPage'),
});
const editPlan = createRoute({
  getParentRoute: under,
  path: '/plans/$code/edit',
  component: lazy(() => import('../features/plan/form/edit-plan-page.tsx'), 'EditPlanPage'),
});
const documents = createRoute({
  getParentRoute: under,
  path: '/documents',
  validateSearch: search.documentsSearch,
  component: lazy(() => import('../features/document/documents-page.tsx'), 'DocumentsPage'),
});
const document = createRoute({
  getParentRoute: under,
  path: '/documents/$code',
  validateSearch: search.subjectSearch,
  component: lazy(() => import('../features/document/document-page.tsx'), 'DocumentPage'),
});
const editDocument = createRoute({
  getParentRoute: under,
  path: '/documents/$code/edit',
  component: lazy(() => import('../features/document/edit-document-page.tsx'), 'EditDocumentPage'),
});
const procedures = createRoute({
  getParentRoute: under,
  path: '/procedures',
  validateSearch: search.proceduresSearch,
  component: lazy(() => import('../features/procedure/procedures-page.tsx'), 'ProceduresPage'),
});
const procedure = createRoute({
  getParentRoute: under,
  path: '/procedures/$code',
  validateSearch: search.procedureSearch,
  component: lazy(() => import('../features/procedure/procedure-page.tsx'), 'ProcedurePage'),
});
const graph = createRoute({
  getParentRoute: under,
  path: '/graph',
  validateSearch: search.graphSearch,
  component: lazy(() => import('../features/graph/graph-page.tsx'), 'GraphPage'),
});
const catalogue = createRoute({
  getParentRoute: under,
  path: '/catalogue',
  validateSearch: search.catalogueSearch,
  component: lazy(() => import('../features/catalogue/catalogue-page.tsx'), 'CataloguePage'),
});
const webhooks = createRoute({
  getParentRoute: under,
  path: '/webhooks',
  component: lazy(() => import('../features/webhook/webhooks-page.tsx'), 'WebhooksPage'),
});
const webhook = createRoute({
  getParentRoute: under,
  path: '/webhooks/$code',
  component: lazy(() => import('../features/webhook/webhook-page.tsx'), 'WebhookPage'),
});
const leaving = createRoute({
  getParentRoute: under,
  path: '/leaving',
  validateSearch: search.leavingSearch,
  component: lazy(() => import('../features/leaving/leaving-page.tsx'), 'LeavingPage'),
});
const absence = createRoute({
  getParentRoute: under,
  path: '/absence',
  validateSearch: search.absenceSearch,
  component: lazy(() => import('../features/absence/absence-page.tsx'), 'AbsencePage'),
});
const operations = createRoute({
  getParentRoute: under,
  path: '/operations',
  component: lazy(() => import('../features/operation/operations-page.tsx'), 'OperationsPage'),
});
const newOperation = createRoute({
  getParentRoute: under,
  path: '/operations/new',
  validateSearch: search.bulkSearch,
  component: lazy(() => import('../features/operation/bulk-page.tsx'), 'BulkPage'),
});
const agencyChange = createRoute({
  getParentRoute: under,
  path: '/operations/agencies',
  component: lazy(() => import('../features/operation/agency-change-page.tsx'), 'AgencyChangePage'),
});
const operation = createRoute({
  getParentRoute: under,
  path: '/operations/$code',
  component: lazy(() => import('../features/operation/operation-page.tsx'), 'OperationPage'),
});
const imports = createRoute({
  getParentRoute: under,
  path: '/imports',
  validateSearch: search.importSearch,
  component: lazy(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
});
const ownImport = createRoute({
  getParentRoute: under,
  path: '/imports/own',
  validateSearch: search.importSearch,
  component: lazy(() => import('../features/imports/own/own-page.tsx'), 'OwnImportPage'),
});

const notifications = createRoute({
  getParentRoute: under,
  path: '/notifications',
  validateSearch: search.notificationsSearch,
  component: lazy(() => import('../features/notifications/notifications-page.tsx'), 'NotificationsPage'),
});
const preferences = createRoute({
  getParentRoute: under,
  path: '/me/preferences',
  component: lazy(() => import('../features/preferences/preferences-page.tsx'), 'PreferencesPage'),
});
const bottlenecks = createRoute({
  getParentRoute: under,
  path: '/bottlenecks',
  validateSearch: search.bottlenecksSearch,
  component: lazy(() => import('../features/bottleneck/bottlenecks-page.tsx'), 'BottlenecksPage'),
});
const bottleneck = createRoute({
  getParentRoute: under,
  path: '/bottlenecks/$code',
  component: lazy(() => import('../features/bottleneck/bottleneck-page.tsx'), 'BottleneckPage'),
});
const campaigns = createRoute({
  getParentRoute: under,
  path: '/campaigns',
  validateSearch: search.campaignsSearch,
  component: lazy(() => import('../features/campaign/campaigns-page.tsx'), 'CampaignsPage'),
});
const campaign = createRoute({
  getParentRoute: under,
  path: '/campaigns/$code',
  component: lazy(() => import('../features/campaign/campaign-page.tsx'), 'CampaignPage'),
});
const inspections = createRoute({
  getParentRoute: under,
  path: '/inspections',
  validateSearch: search.inspectionsSearch,
  component: lazy(() => import('../features/inspection/inspections-page.tsx'), 'InspectionsPage'),
});
const inspection = createRoute({
  getParentRoute: under,
  path: '/inspections/$code',
  component: lazy(() => import('../features/inspection/inspection-page.tsx'), 'InspectionPage'),
});
const difference = createRoute({
  getParentRoute: under,
  path: '/difference',
  validateSearch: search.differenceSearch,
  component: lazy(() => import('../features/difference/difference-page.tsx'), 'DifferencePage'),
});
const publicProgramme = createRoute({
  getParentRoute: under,
  path: '/public/$code',
  component: lazy(() => import('../features/public/public-page.tsx'), 'PublicPage'),
});
const figures = createRoute({
  getParentRoute: under,
  path: '/figures',
  validateSearch: search.figuresSearch,
  component: lazy(() => import('../features/figure/figures-page.tsx'), 'FiguresPage'),
});
const forecast = createRoute({
  getParentRoute: under,
  path: '/forecast',
  validateSearch: search.forecastSearch,
  component: lazy(() => import('../features/forecast/forecast-page.tsx'), 'ForecastPage'),
});
const indicators = createRoute({
  getParentRoute: under,
  path: '/indicators',
  validateSearch: search.indicatorsSearch,
  component: lazy(() => import('../features/indicator/indicators-page.tsx'), 'IndicatorsPage'),
});
const indicator = createRoute({
  getParentRoute: under,
  path: '/indicators/$code',
  validateSearch: search.indicatorSearch,
  component: lazy(() => import('../features/indicator/indicator-page.tsx'), 'IndicatorPage'),
});
const programmeTasks = createRoute({
  getParentRoute: under,
  path: '/programme-tasks',
  validateSearch: search.programmeTasksSearch,
  component: lazy(() => import('../features/programme-task/tasks-page.tsx'), 'TasksPage'),
});
const reports = createRoute({
  getParentRoute: under,
  path: '/reports',
  validateSearch: search.reportsSearch,
  component: lazy(() => import('../features/report/reports-page.tsx'), 'ReportsPage'),
});
const reportTemplates = createRoute({
  getParentRoute: under,
  path: '/reports/templates',
  validateSearch: search.reportTemplatesSearch,
  component: lazy(() => import('../features/report/templates-page.tsx'), 'TemplatesPage'),
});
const whereItStands = createRoute({
  getParentRoute: under,
  path: '/where-it-stands',
  validateSearch: search.whereItStandsSearch,
  component: lazy(() => import('../features/where-it-stands/where-it-stands-page.tsx'), 'WhereItStandsPage'),
});
const system = createRoute({
  getParentRoute: under,
  path: '/system',
  component: lazy(() => import('../features/system/system-page.tsx'), 'SystemPage'),
});
const baselines = createRoute({
  getParentRoute: under,
  path: '/baselines',
  validateSearch: search.baselinesSearch,
  component: lazy(() => import('../features/baseline/baselines-page.tsx'), 'BaselinesPage'),
});
const baselineProposal = createRoute({
  getParentRoute: under,
  path: '/baselines/$code',
  component: lazy(() => import('../features/baseline/proposal-page.tsx'), 'ProposalPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    progress,
    inbox,
    plans,
    newPlan,
    plan,
    editPlan,
    documents,
    document,
    editDocument,
    procedures,
    procedure,
    graph,
    difference,
    whereItStands,
    figures,
    forecast,
    indicators,
    indicator,
    programmeTasks,
    reports,
    reportTemplates,
    publicProgramme,
    baselines,
    baselineProposal,
    bottlenecks,
    bottleneck,
    campaigns,
    campaign,
    inspections,
    inspection,
    catalogue,
    webhooks,
    webhook,
    imports,
    ownImport,
    absence,
    leaving,
    operations,
    newOperation,
    agencyChange,
    operation,
    notifications,
    preferences,
    system,
  ]),
  defaultErrorComponent: RouteFailure,
  // What a page does not know of in its address is left out, as a value that makes no sense is.
  search: { strict: true },
  defaultPreload: 'intent',
  scrollRestoration: true,
});

router.subscribe('onBeforeLoad', ({ pathChanged, fromLocation }) => {
  if (pathChanged && fromLocation) markNavigation();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
