import { signedName } from '@tinhgon/rules/person';
import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';

export function PlanFacts({ plan }: { readonly plan: PlanView }) {
  const { t } = useTranslation();
  const rows: [string, string | null][] = [
    [t('plan.programme'), `${plan.programme} · ${plan.year}`],
    [t('plan.drafter'), signedName(plan.createdBy)],
    [t('plan.approvalLevel'), t(`plan.level.${plan.approvalLevel}`)],
    [t('plan.grounds'), plan.grounds],
    [t('plan.targets'), plan.targets],
  ];
  return (
    <dl>
      {rows
        .filter(([, value]) => value)
        .map(([term, value]) => (
          <div key={term} style={{ display: 'contents' }}>
            <dt>{term}</dt>
            <dd className="pre">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
