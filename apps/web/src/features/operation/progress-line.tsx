import { type Progress, totalOf } from '@tinhgon/rules/operation/operation';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../components/bar.tsx';
import { useFormat } from '../../format/use-format.ts';
import styles from './operation.module.css';

/** How far it is, in words and as a bar. */
export function ProgressLine({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const format = useFormat();
  const total = totalOf(progress);
  return (
    <>
      <p className={styles.counts} role="status">
        <span className="medium">
          {t('operation.doneOf', { done: format.number(progress.done), total: format.number(total) })}
        </span>
        {(['refused', 'failed', 'waiting'] as const).map(
          (outcome) =>
            progress[outcome] > 0 && (
              <span key={outcome} className="soft">
                {t(`operation.outcome.${outcome}`)}: {format.number(progress[outcome])}
              </span>
            ),
        )}
      </p>
      <Bar part={total - progress.waiting} whole={total} />
    </>
  );
}
