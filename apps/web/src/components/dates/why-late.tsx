import type { MissedView } from '@tinhgon/rules/views/dates';
import { useTranslation } from 'react-i18next';

/** In lists: the public reason of the worst delay, or that there is none yet. Nothing where nothing is late. */
export function WhyLate({ missed }: { readonly missed: readonly MissedView[] }) {
  const { t } = useTranslation();
  const [worst] = missed.toSorted((a, b) => b.daysLate - a.daysLate);
  if (!worst) return null;
  return (
    <div className="small soft">
      {worst.reason ? t('dates.publicReason', { reason: worst.reason.text }) : t('dates.noReason')}
    </div>
  );
}
