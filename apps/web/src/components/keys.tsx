import type { ReactNode } from 'react';
import styles from './keys.module.css';

/** A key of the keyboard, as a hint for the eye; the control it stands in has its own name. */
export function Key({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className={styles.key} aria-hidden="true">
      {children}
    </kbd>
  );
}
