import { createContext, type ReactNode, use, useCallback, useState } from 'react';
import styles from './announcer.module.css';

interface Announcement {
  readonly id: number;
  readonly text: string;
  readonly tone: 'ok' | 'soon';
}

const Announce = createContext<(text: string, tone?: Announcement['tone']) => void>(() => {});

/** Says what was done, to the eye for a while and to a screen reader once. */
export const useAnnounce = () => use(Announce);

const SHOWN_MS = 6_000;

export function Announcer({ children }: { readonly children: ReactNode }) {
  const [list, setList] = useState<readonly Announcement[]>([]);
  const announce = useCallback((text: string, tone: Announcement['tone'] = 'ok') => {
    const id = Date.now() + Math.random();
    setList((shown) => [...shown, { id, text, tone }]);
    setTimeout(() => setList((shown) => shown.filter((one) => one.id !== id)), SHOWN_MS);
  }, []);
  return (
    <Announce value={announce}>
      {children}
      <div className={styles.list} role="status" aria-live="polite">
        {list.map((one) => (
          <p key={one.id} className={`${styles.one} ${styles[one.tone]}`}>
            {one.text}
          </p>
        ))}
      </div>
    </Announce>
  );
}
