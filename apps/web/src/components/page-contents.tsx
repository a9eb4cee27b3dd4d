import { useTranslation } from 'react-i18next';
import styles from './page-contents.module.css';

export interface PagePart {
  /** Of the element that begins with it. */
  readonly id: string;
  readonly title: string;
}

/** What a long page holds, in its order and within reach while one reads: each part one step away. */
export function PageContents({ parts }: { readonly parts: readonly PagePart[] }) {
  const { t } = useTranslation();
  return (
    <nav className={`${styles.contents} no-print`} aria-label={t('app.onThisPage')}>
      {parts.map(({ id, title }) => (
        <a key={id} href={`#${id}`}>
          {title}
        </a>
      ))}
    </nav>
  );
}
