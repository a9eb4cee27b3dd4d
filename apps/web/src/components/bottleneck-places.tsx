import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import styles from './bottleneck-places.module.css';

/** The three lists that belong together, one click apart. */
export function BottleneckPlaces() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('bottleneck.places')} className={`${styles.places} no-print`}>
      <Link to="/bottlenecks" activeProps={{ className: styles.on }} activeOptions={{ includeSearch: false }}>
        {t('bottleneck.listTitle')}
      </Link>
      <Link to="/campaigns" activeProps={{ className: styles.on }} activeOptions={{ includeSearch: false }}>
        {t('campaign.listTitle')}
      </Link>
      <Link to="/inspections" activeProps={{ className: styles.on }} activeOptions={{ includeSearch: false }}>
        {t('inspection.listTitle')}
      </Link>
    </nav>
  );
}
