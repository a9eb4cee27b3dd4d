import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './inbox.module.css';

/** Drafts on which the reader's agency was asked for its opinion and has not answered; nothing where there are none. */
export function AskedOfUs() {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.documents.askedOfUs.queryOptions());
  if (!data || data.items.length === 0) return null;
  return (
    <details className={styles.pad}>
      <summary>{t('consultation.askedOfUs', { count: data.total })}</summary>
      <ul>
        {data.items.map(({ id, document, by, daysLate }) => (
          <li key={`${document.code}/${id}`}>
            <Link to="/documents/$code" params={{ code: document.code }} hash="consultation">
              {document.title}
            </Link>
            <div className="small soft">
              {capital('documentType', document.type)} · {name(document.leadAgency.name)} ·{' '}
              {daysLate > 0 ? (
                <span className="late">{t('consultation.late', { count: daysLate })}</span>
              ) : (
                t('consultation.answerBy', { day: format.day(by) })
              )}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
