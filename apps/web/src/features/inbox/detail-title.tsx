import { type ReactNode, useEffect, useRef } from 'react';
import styles from './inbox.module.css';

interface DetailTitleProps {
  /** The reader came here from what they just did: the keyboard goes on from this heading. */
  readonly landed: boolean;
  readonly children: ReactNode;
}

export function DetailTitle({ landed, children }: DetailTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (landed) heading.current?.focus();
  }, [landed]);
  return (
    <h2 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h2>
  );
}
