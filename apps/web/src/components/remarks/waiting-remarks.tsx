import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRemarks } from './remarks-context.tsx';

/** The remarks that wait for an answer, and the one after the one looked at last. */
export function useWaitingRemarks() {
  const remarks = useRemarks();
  return useMemo(() => {
    const waiting = remarks?.all.filter((one) => one.waiting) ?? [];
    const next = () => {
      const at = waiting.findIndex((one) => one.id === remarks?.shown?.id);
      const one = waiting[(at + 1) % Math.max(waiting.length, 1)];
      if (one) remarks?.show(one.id);
    };
    return { count: waiting.length, next };
  }, [remarks]);
}

/** How many remarks wait, said beside a decision; a press leads from one to the next. */
export function WaitingRemarks() {
  const { t } = useTranslation();
  const { count, next } = useWaitingRemarks();
  if (count === 0) return null;
  return (
    <button type="button" className="link-button" onClick={next}>
      {t('remarks.waiting', { count })}
    </button>
  );
}
