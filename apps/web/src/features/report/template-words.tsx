import { TEMPLATE_WORDS } from '@tinhgon/rules/report/template-words';
import { useTranslation } from 'react-i18next';
import styles from './report.module.css';

/** What may stand in double braces, and what it becomes. */
export function TemplateWords() {
  const { t } = useTranslation();
  return (
    <details className="small">
      <summary>{t('template.words')}</summary>
      <p className="soft">{t('template.wordsHint')}</p>
      <dl className={styles.words}>
        {TEMPLATE_WORDS.map((word) => (
          <div key={word}>
            <dt>
              <code>{`{{${word}}}`}</code>
            </dt>
            <dd className="soft">{t(`template.word.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
