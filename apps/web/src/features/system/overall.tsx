import type { SystemView } from '@tinhgon/rules/views/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { concernsOf } from './concerns.ts';
import styles from './system.module.css';
import { useConcernWords } from './use-concern-words.ts';

/** What to see to, the gravest first; or that all is well, and since when that is known. */
export function Overall({ view }: { readonly view: SystemView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wordsOf = useConcernWords();
  const concerns = concernsOf(view);
  const well = concerns.length === 0;
  const [wellSince, setWellSince] = useState<string | null>(null);
  const since = well ? (wellSince ?? view.ready.at) : null;
  if (since !== wellSince) setWellSince(since);
  return (
    <Note tone={well ? 'ok' : 'late'}>
      {/* Read out when it changes; what follows changes with every question. */}
      <p className="medium" role="status">
        {well ? t('system.well') : t('system.concerns', { count: concerns.length })}
      </p>
      {since !== null && (
        <p>{t('system.wellSince', { since: format.clock(since), time: format.clock(view.ready.at) })}</p>
      )}
      {!well && (
        <ul className={styles.concerns}>
          {concerns.map((concern) => {
            const { is, todo, at } = wordsOf(concern);
            return (
              <li key={is}>
                <a href={`#${at}`} className="medium">
                  {is}
                </a>
                <div>{todo}</div>
              </li>
            );
          })}
        </ul>
      )}
    </Note>
  );
}
