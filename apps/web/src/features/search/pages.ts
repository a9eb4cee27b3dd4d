import type { NavigateOptions } from '@tanstack/react-router';
import type { MeView } from '@tinhgon/rules/views/common';
import type { TFunction } from 'i18next';
import { matches } from '../../format/matches.ts';
import { STANDS_PARTS } from '../../app/search-params.ts';

export interface FoundPage {
  readonly kind: 'page';
  readonly title: string;
  readonly link: NavigateOptions;
}

/** Every page one may open without knowing a code, under the name it bears. */
function pagesOf(t: TFunction, may: MeView['may']): readonly FoundPage[] {
  const page = (title: string, link: NavigateOptions): FoundPage => ({ kind: 'page', title, link });
  return [
    page(t('nav.progress'), { to: '/' }),
    page(t('nav.inbox'), { to: '/inbox' }),
    page(t('nav.plans'), { to: '/plans' }),
    page(t('nav.documents'), { to: '/documents' }),
    page(t('nav.procedures'), { to: '/procedures' }),
    page(t('nav.bottlenecks'), { to: '/bottlenecks' }),
    page(t('campaign.listTitle'), { to: '/campaigns' }),
    page(t('inspection.listTitle'), { to: '/inspections' }),
    page(t('stands.title'), { to: '/where-it-stands' }),
    ...STANDS_PARTS.map((part) =>
      page(t(`stands.part.${part}`), { to: '/where-it-stands', search: { part } }),
    ),
    page(t('forecast.title'), { to: '/forecast' }),
    page(t('report.title'), { to: '/reports' }),
    page(t('figure.title'), { to: '/figures' }),
    page(t('indicator.title'), { to: '/indicators' }),
    page(t('task.title'), { to: '/programme-tasks' }),
    page(t('difference.title'), { to: '/difference' }),
    page(t('baseline.title'), { to: '/baselines' }),
    page(t('reminders.title'), { to: '/notifications' }),
    page(t('operation.listTitle'), { to: '/operations' }),
    page(t('absence.title'), { to: '/absence' }),
    page(t('preferences.title'), { to: '/me/preferences' }),
    ...(may.watchSystem ? [page(t('system.title'), { to: '/system' })] : []),
    ...(may.importKinds.length > 0 ? [page(t('import.own.title'), { to: '/imports/own' })] : []),
    ...(may.startPlan ? [page(t('plan.new'), { to: '/plans/new' })] : []),
    ...(may.importKinds.length > 0 ? [page(t('nav.imports'), { to: '/imports' })] : []),
    ...(may.keepWebhooks ? [page(t('webhook.title'), { to: '/webhooks' })] : []),
    ...(may.keepCatalogue ? [page(t('template.title'), { to: '/reports/templates' })] : []),
    ...(may.keepCatalogue
      ? (['people', 'agencies', 'programmes', 'chains', 'calendar', 'wages'] as const).map((tab) =>
          page(t(`catalogue.tab.${tab}`), { to: '/catalogue', search: { tab } }),
        )
      : []),
  ];
}

/** Pages whose name holds every word asked for, accents and case ignored. */
export const findPages = (asked: string, t: TFunction, may: MeView['may']): readonly FoundPage[] =>
  asked.trim() === '' ? [] : pagesOf(t, may).filter(({ title }) => matches(asked.trim(), title));
