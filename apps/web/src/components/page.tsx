import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { takeNavigation } from './navigation.ts';
import styles from './page.module.css';

interface PageProps {
  /** Goes to the browser's tab and, unless `heading` says otherwise, to the h1. */
  readonly title: string;
  readonly heading?: ReactNode;
  /** A line above the heading: codes, agency. */
  readonly above?: ReactNode;
  /** Links and buttons beside the heading. */
  readonly actions?: ReactNode;
  readonly hiddenHeading?: boolean;
  readonly children: ReactNode;
}

/** One page: its title, its h1 that takes the focus after a navigation, its content. */
export function Page({ title, heading, above, actions, hiddenHeading = false, children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.titles}>
          {above && <div className="soft small">{above}</div>}
          <PageHeading title={title} hidden={hiddenHeading}>
            {heading ?? title}
          </PageHeading>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}

export function PageHeading({
  title,
  hidden = false,
  children,
}: {
  readonly title: string;
  readonly hidden?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · ${t('app.name')}`;
  }, [title, t]);
  useEffect(() => {
    if (takeNavigation()) ref.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={ref} tabIndex={-1} className={hidden ? 'visually-hidden' : undefined}>
      {children}
    </h1>
  );
}
