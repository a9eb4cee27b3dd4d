import { Link } from '@tanstack/react-router';
import type { ToldView } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';

/** How other systems take what they are told; each has a page of its own. */
export function Told({ told }: { readonly told: ToldView }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <dl>
        {(['waiting', 'troubled', 'failed', 'stopped'] as const).map((state) => (
          <div key={state} style={{ display: 'contents' }}>
            <dt>{t(`system.told.${state}`)}</dt>
            <dd className={state !== 'waiting' && told[state] > 0 ? 'late' : undefined}>
              {format.number(told[state])}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        <Link to="/webhooks">{t('system.told.open')}</Link>
      </p>
    </>
  );
}
