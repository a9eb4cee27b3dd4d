/** A page of the application that everybody with these functions reaches. */
export interface PageToSee {
  readonly name: string;
  /** A demo person who sees it with something on it; null sees it signed out. */
  readonly as: string | null;
  readonly path: string;
}

/** Codes of things to look at, found in the running system. */
export interface Examples {
  readonly plan: string;
  readonly draft: string;
  readonly document: string;
  readonly draftDocument: string;
  readonly procedure: string;
  readonly inboxItem: string;
  readonly operation: string;
  readonly bottleneck: string;
  readonly campaign: string;
  readonly inspection: string;
  readonly proposal: string;
  readonly indicator: string;
  readonly webhook: string;
  /** Of a programme that is public. */
  readonly programme: string;
}

/** Every page. A new route without a line here fails the test that counts them. */
export const everyPage = (of: Examples): readonly PageToSee[] => [
  { name: 'sign-in', as: null, path: '/' },
  { name: 'public page', as: null, path: `/public/${of.programme}` },
  { name: 'progress', as: 'giam-sat', path: '/' },
  { name: 'progress of a past day', as: 'giam-sat', path: '/?asAt=2024-12-31' },
  { name: 'where it stands', as: 'giam-sat', path: '/where-it-stands' },
  { name: 'at which step', as: 'giam-sat', path: '/where-it-stands?part=stages' },
  { name: 'level, field, document type', as: 'giam-sat', path: '/where-it-stands?part=parts' },
  { name: 'document debt', as: 'giam-sat', path: '/where-it-stands?part=debt' },
  { name: 'compliance cost', as: 'giam-sat', path: '/where-it-stands?part=cost' },
  { name: 'responsibility', as: 'giam-sat', path: '/where-it-stands?part=responsibility' },
  { name: 'who has what', as: 'btp-soan-thao', path: '/where-it-stands?part=holding' },
  { name: 'forecast', as: 'giam-sat', path: '/forecast' },
  { name: 'reports', as: 'giam-sat', path: '/reports' },
  { name: 'report template', as: 'dau-moi', path: '/reports/templates' },
  { name: 'printed figures', as: 'dau-moi', path: '/figures' },
  { name: 'indicators', as: 'dau-moi', path: '/indicators' },
  {
    name: 'one indicator',
    as: 'dau-moi',
    path: `/indicators/${of.indicator}?agency=BTP`,
  },
  { name: 'programme tasks', as: 'dau-moi', path: '/programme-tasks' },
  { name: 'inbox', as: 'btp-kiem-soat', path: '/inbox' },
  { name: 'inbox, one item', as: 'btp-kiem-soat', path: `/inbox?item=${encodeURIComponent(of.inboxItem)}` },
  {
    name: 'check answers',
    as: 'btp-kiem-soat',
    path: `/inbox?check=true&item=${encodeURIComponent(of.inboxItem)}`,
  },
  { name: 'empty inbox', as: 'kiem-toan', path: '/inbox' },
  { name: 'plans', as: 'giam-sat', path: '/plans' },
  { name: 'new plan', as: 'btp-soan-thao', path: '/plans/new' },
  { name: 'plan', as: 'btp-soan-thao', path: `/plans/${of.plan}` },
  { name: 'edit plan', as: 'btp-soan-thao', path: `/plans/${of.draft}/edit` },
  { name: 'documents', as: 'giam-sat', path: '/documents' },
  { name: 'document', as: 'btp-soan-thao', path: `/documents/${of.document}` },
  { name: 'edit document', as: 'btp-soan-thao', path: `/documents/${of.draftDocument}/edit` },
  { name: 'procedures', as: 'giam-sat', path: '/procedures?programme=896&status=simplified&asAt=2024-12-31' },
  { name: 'procedure', as: 'giam-sat', path: `/procedures/${of.procedure}?programme=896` },
  { name: 'graph', as: 'giam-sat', path: `/graph?focus=${encodeURIComponent(`document/${of.document}`)}` },
  { name: 'people', as: 'quan-tri', path: '/catalogue' },
  { name: 'agencies', as: 'quan-tri', path: '/catalogue?tab=agencies' },
  { name: 'programmes', as: 'dau-moi', path: '/catalogue?tab=programmes' },
  { name: 'chains', as: 'quan-tri', path: '/catalogue?tab=chains' },
  { name: 'working calendar', as: 'quan-tri', path: '/catalogue?tab=calendar' },
  { name: 'hourly wages', as: 'dau-moi', path: '/catalogue?tab=wages' },
  { name: 'other systems', as: 'quan-tri', path: '/webhooks' },
  { name: 'another system', as: 'quan-tri', path: `/webhooks/${of.webhook}` },
  { name: 'imports', as: 'dau-moi', path: '/imports' },
  { name: 'own spreadsheet', as: 'dau-moi', path: '/imports/own' },
  { name: 'system status', as: 'quan-tri', path: '/system' },
  { name: 'leaving', as: 'dau-moi', path: '/leaving?person=bca-kiem-soat' },
  { name: 'absence', as: 'btp-lanh-dao', path: '/absence' },
  { name: 'absence of somebody', as: 'dau-moi', path: '/absence?person=btp-kiem-soat' },
  { name: 'operations', as: 'btp-kiem-soat', path: '/operations' },
  { name: 'bulk action without a choice', as: 'btp-kiem-soat', path: '/operations/new' },
  { name: 'change of agencies', as: 'dau-moi', path: '/operations/agencies' },
  { name: 'operation', as: 'btp-kiem-soat', path: `/operations/${of.operation}` },
  { name: 'reminders', as: 'btp-kiem-soat', path: '/notifications?view=all' },
  { name: 'preferences', as: 'btp-kiem-soat', path: '/me/preferences' },
  { name: 'difference of two days', as: 'giam-sat', path: '/difference?from=2023-12-31&to=2024-12-31' },
  { name: 'baselines', as: 'dau-moi-2', path: '/baselines' },
  { name: 'proposed baseline', as: 'dau-moi-2', path: `/baselines/${of.proposal}` },
  { name: 'bottlenecks', as: 'giam-sat', path: '/bottlenecks' },
  { name: 'bottleneck', as: 'btp-soan-thao', path: `/bottlenecks/${of.bottleneck}` },
  { name: 'campaigns', as: 'dau-moi', path: '/campaigns' },
  { name: 'campaign', as: 'btp-soan-thao', path: `/campaigns/${of.campaign}` },
  { name: 'inspections', as: 'giam-sat', path: '/inspections' },
  { name: 'inspection', as: 'giam-sat', path: `/inspections/${of.inspection}` },
  { name: 'unknown page', as: 'giam-sat', path: '/khong-co-trang-nay' },
];
