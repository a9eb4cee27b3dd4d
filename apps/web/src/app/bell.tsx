import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useMe } from '../server/use-me.ts';
import styles from './bell.module.css';

/** The way to one's reminders, with how many are unread. */
export function Bell() {
  const { t } = useTranslation();
  const { unread } = useMe();
  const format = useFormat();
  const name = unread > 0 ? t('reminders.bell', { count: unread }) : t('reminders.title');
  return (
    <Link to="/notifications" className={styles.bell} aria-label={name} title={name}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path
          d="M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {unread > 0 && (
        <span className={styles.count} aria-hidden="true">
          {unread > MOST_SHOWN ? `${MOST_SHOWN}+` : format.number(unread)}
        </span>
      )}
    </Link>
  );
}

const MOST_SHOWN = 99;
