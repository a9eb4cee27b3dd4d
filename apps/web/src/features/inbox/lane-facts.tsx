import type { PlanView } from '@tinhgon/rules/views/plan';
import { useTranslation } from 'react-i18next';
import { isParted, useRestWords } from '../../components/plan-parts.ts';

/** Of a plan whose procedures go different ways: how many this step is about, and where the others are. */
export function LaneFacts({ plan, step }: { readonly plan: PlanView; readonly step: string }) {
  const { t } = useTranslation();
  const restOf = useRestWords();
  const lane = plan.lanes.find((one) => one.step === step);
  if (!lane || !isParted(plan)) return null;
  return (
    <>
      <dt>{t('returns.procedures')}</dt>
      <dd>
        {t('returns.part', { count: lane.procedureCodes.length, of: plan.measures.length })}
        <div className="soft small">
          {t('returns.rest')} {restOf(plan, step).join('; ')}
        </div>
      </dd>
    </>
  );
}
