import styles from './bar.module.css';

/** A thin bar under a number that already says it; hidden from screen readers for that reason. */
export function Bar({ part, whole }: { readonly part: number; readonly whole: number }) {
  const width = whole > 0 ? Math.min(100, (part / whole) * 100) : 0;
  return (
    <svg className={styles.bar} aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none">
      <rect className={styles.track} width="100" height="6" />
      <rect className={styles.part} width={width} height="6" />
    </svg>
  );
}
