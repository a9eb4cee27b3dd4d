import type { ForecastView } from '@tinhgon/rules/views/forecast';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** What the days rest on: how much was seen, and how often such ranges held when they were tried out. */
export function HowReckoned({ forecast: { bases, runs, seed } }: { readonly forecast: ForecastView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details>
      <summary>{t('forecast.how')}</summary>
      <p>{t('forecast.howLong', { runs: format.number(runs), seed })}</p>
      {bases.length > 0 && (
        <>
          <p>{t('forecast.restsOn')}</p>
          <ul>
            {bases.map(({ basis, work }) => (
              <li key={basis}>
                {t(`forecast.basisLong.${basis}`)}:{' '}
                {t('forecast.pieces', { count: work, number: format.number(work) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{t('forecast.held')}</p>
    </details>
  );
}
