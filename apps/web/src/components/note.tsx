import type { ReactNode } from 'react';
import styles from './note.module.css';

interface NoteProps {
  readonly tone?: 'plain' | 'late' | 'soon' | 'ok';
  readonly role?: 'alert' | 'status';
  readonly title?: string;
  readonly children: ReactNode;
}

/** A remark in the text flow; its words say what its colour hints at. */
export function Note({ tone = 'plain', role, title, children }: NoteProps) {
  return (
    <div className={`${styles.note} ${styles[tone]}`} role={role}>
      {title && <p className="medium">{title}</p>}
      {children}
    </div>
  );
}
