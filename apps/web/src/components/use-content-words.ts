import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { useWords } from '../language/use-words.ts';
import type { ContentWords } from '@tinhgon/rules/content-text';

export function useContentWords(): ContentWords {
  const { t } = useTranslation();
  const { word } = useWords();
  const format = useFormat();
  return useMemo(
    () => ({
      paper: (name, originals, copies) => {
        const counts = [
          originals > 1 && t('content.originals', { count: originals }),
          copies > 0 && t('content.copies', { count: copies }),
        ].filter(Boolean);
        return counts.length > 0 ? `${name} (${counts.join(', ')})` : name;
      },
      timeLimit: (days, unit) =>
        t(unit === 'working' ? 'content.workingDays' : 'content.calendarDays', { count: days }),
      fee: (dong) => (dong === 0 ? t('content.free') : format.money(dong)),
      mode: (mode) => word('mode', mode),
      level: (level) => word('level', level),
    }),
    [t, word, format],
  );
}
