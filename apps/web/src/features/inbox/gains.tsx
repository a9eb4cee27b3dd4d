import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { totalsOf } from '@tinhgon/rules/content-text';
import { useFormat } from '../../format/use-format.ts';

/** What the plan gives in one line: procedures, papers, days, đồng. */
export function Gains({ plan }: { readonly plan: Pick<PlanView, 'measures'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { papersLess, daysLess, dongLess } = totalsOf(plan.measures);
  return [
    t('plan.procedureCount', { count: plan.measures.length }),
    papersLess > 0 && t('plan.papersLess', { count: papersLess }),
    daysLess > 0 && t('plan.daysLess', { count: daysLess }),
    dongLess > 0 && t('plan.dongLess', { money: format.money(dongLess) }),
  ]
    .filter(Boolean)
    .join(' · ');
}
