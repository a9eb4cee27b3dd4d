import type { RecordPace } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

const FRACTIONS = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;

/** How the rows keep up with what is decided. */
export function Pace({ pace, at }: { readonly pace: RecordPace; readonly at: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const ago = (instant: string) => format.duration(Math.max(0, Date.parse(at) - Date.parse(instant)) / 1_000);
  const { newest, slowestSeconds, toStart } = pace;
  const precise = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', FRACTIONS);
  return (
    <dl>
      <dt>{t('system.pace.newest')}</dt>
      <dd>
        {newest === null
          ? t('system.pace.nothing')
          : t('system.pace.newestIs', {
              position: format.number(Number(newest.position)),
              ago: ago(newest.at),
            })}
      </dd>
      <dt>{t('system.pace.slowest')}</dt>
      <dd>
        {slowestSeconds === null
          ? t('system.pace.slowestNone')
          : t('system.pace.slowestIs', { seconds: precise.format(slowestSeconds) })}
      </dd>
      <dt>{t('system.pace.toStart')}</dt>
      <dd>
        {toStart.oldestAt === null
          ? t('system.pace.none')
          : t('system.pace.toStartIs', { number: format.number(toStart.count), age: ago(toStart.oldestAt) })}
      </dd>
    </dl>
  );
}
