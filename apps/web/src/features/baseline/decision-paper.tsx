import type { BaselineView } from '@tinhgon/rules/views/baseline';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** The paper a set was decided by, or that none was named. */
export function DecisionPaper({ decision }: Pick<BaselineView, 'decision'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="small soft">
      {decision
        ? t('baseline.decidedBy', { number: decision.number, day: format.day(decision.signedOn) })
        : t('baseline.noPaper')}
    </div>
  );
}
