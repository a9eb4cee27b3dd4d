import type { ChainStep } from '@tinhgon/rules/chain-version';
import { assertNever } from '@tinhgon/rules/vocabulary';
import { useTranslation } from 'react-i18next';

/** A step's clock in words: "5 working days", "20 days before it comes into force". */
export function useClockWords(): (clock: ChainStep['clock']) => string {
  const { t } = useTranslation();
  return (clock) => {
    switch (clock.kind) {
      case 'by-date':
        return t(`terms.byDate.${clock.date}`);
      case 'working-days':
        return t('terms.workingDays', { count: clock.days });
      case 'calendar-days':
        return t('terms.calendarDays', { count: clock.days });
      case 'before-in-force':
        return t('terms.beforeInForce', { count: clock.days, shortest: clock.shortestDays });
      default:
        return assertNever(clock);
    }
  };
}
