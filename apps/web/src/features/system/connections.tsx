import type { Readiness } from '@tinhgon/rules/views/system';
import { useTranslation } from 'react-i18next';

/** Whether what nothing works without answers. */
export function Connections({ ready }: { readonly ready: Pick<Readiness, 'database' | 'temporal'> }) {
  const { t } = useTranslation();
  return (
    <dl>
      <dt>{t('system.database')}</dt>
      <dd className={ready.database === 'ready' ? undefined : 'late'}>
        {t(`system.databaseIs.${ready.database}`)}
      </dd>
      <dt>{t('system.temporal')}</dt>
      <dd className={ready.temporal === 'ready' ? undefined : 'late'}>
        {t(`system.temporalIs.${ready.temporal}`)}
      </dd>
    </dl>
  );
}
