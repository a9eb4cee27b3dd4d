import { signedName } from '@tinhgon/rules/person';
import type { historyEntry } from '@tinhgon/rules/views/common';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { Note } from '../note.tsx';
import { returnsTo } from './returns-to.ts';

interface ReturnedNoteProps {
  readonly history: readonly z.infer<typeof historyEntry>[];
  readonly step: string;
  /** The procedures a plan's step is about. */
  readonly codes?: readonly string[];
}

/** Who sent it back, from where, when and why: what whoever drafts has to answer. */
export function ReturnedNote({ history, step, codes = [] }: ReturnedNoteProps) {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  const returns = returnsTo(history, step, codes);
  if (returns.length === 0) return null;
  return (
    <Note tone="soon">
      {returns.map((one) => {
        const about = one.facts['procedureCodes'];
        return (
          <div key={`${one.of}/${one.seq}`}>
            <p className="medium">
              {t('returns.by', {
                who: signedName(one.actor),
                step: word('step', one.step ?? ''),
                moment: format.moment(one.at),
              })}
              {Array.isArray(about) && ` · ${t('returns.about', { count: about.length })}`}
            </p>
            <p className="pre">{one.reason}</p>
          </div>
        );
      })}
    </Note>
  );
}
