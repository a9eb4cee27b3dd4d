import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';
import { useMe } from '../server/use-me.ts';
import styles from './bottleneck-places.module.css';

/** The programmes side by side, where there are several: each with the same page. */
export function ProgrammeLinks({
  to,
  chosen,
}: {
  readonly to:
    | '/'
    | '/baselines'
    | '/where-it-stands'
    | '/figures'
    | '/forecast'
    | '/indicators'
    | '/programme-tasks';
  readonly chosen: string;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const { programmes } = useMe();
  if (programmes.length < 2) return null;
  return (
    <nav aria-label={t('progress.programmes')} className={`${styles.places} no-print`}>
      {programmes.map((programme) => (
        <Link
          key={programme.code}
          to={to}
          search={{ programme: programme.code }}
          className={programme.code === chosen ? styles.on : undefined}
          aria-current={programme.code === chosen ? 'page' : undefined}
        >
          {name(programme.name)}
        </Link>
      ))}
    </nav>
  );
}
