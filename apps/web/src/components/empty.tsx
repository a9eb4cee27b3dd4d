import type { ReactNode } from 'react';
import styles from './empty.module.css';

/** Nothing to show, and what to do about it. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className="medium">{title}</p>
      {children && <div className="soft">{children}</div>}
    </div>
  );
}
