import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import styles from './cost.module.css';

interface SavingPartsProps {
  readonly figures: {
    readonly saving: number;
    readonly percent: number | null;
    readonly real: number;
    readonly estimate: number;
  };
}

/** A year's saving, real cuts apart from what was only estimated anew. */
export function SavingParts({ figures: { saving, percent, real, estimate } }: SavingPartsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = format.money(saving);
  return (
    <dl className={styles.parts}>
      <dt className="medium">{t('cost.savingYear')}</dt>
      <dd className="medium">
        {percent === null ? money : t('cost.withPercent', { money, percent: format.percent(percent) })}
      </dd>
      <dt>{t('cost.real')}</dt>
      <dd>
        {format.money(real)} <span className="small soft">{t('cost.realHint')}</span>
      </dd>
      <dt>{t('cost.estimate')}</dt>
      <dd>
        {format.money(estimate)} <span className="small soft">{t('cost.estimateHint')}</span>
      </dd>
    </dl>
  );
}
