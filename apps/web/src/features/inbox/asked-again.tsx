import type { historyEntry } from '@tinhgon/rules/views/common';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { Note } from '../../components/note.tsx';
import { askedAgainAt, useVoidedWords } from '../../components/voided.ts';
import { useMe } from '../../server/use-me.ts';
import styles from './inbox.module.css';

interface AskedAgainProps {
  readonly history: readonly z.infer<typeof historyEntry>[];
  readonly step: string;
  /** The procedures a plan's step is about. */
  readonly codes?: readonly string[];
}

/** Tells whoever decides again whose approval fell, and why. */
export function AskedAgain({ history, step, codes = [] }: AskedAgainProps) {
  const { t } = useTranslation();
  const { sentence } = useVoidedWords();
  const me = useMe().person.id;
  const voided = askedAgainAt(history, step);
  if (voided.length === 0) return null;
  const again = new Set(voided.flatMap(({ procedures }) => procedures.map(({ code }) => code)));
  const isAlone = codes.every((code) => again.has(code));
  return (
    <div className={styles.note}>
      <Note tone="soon">
        <p className="medium">
          {isAlone ? t('returns.askedAgain') : t('returns.askedAgainPart', { count: again.size })}
        </p>
        {voided.map((one) => (
          <p key={`${one.by.id} ${one.at}`}>{sentence(one, me)}</p>
        ))}
      </Note>
    </div>
  );
}
