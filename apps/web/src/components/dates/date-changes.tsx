import type { DatesView } from '@tinhgon/rules/views/dates';
import { signedName } from '@tinhgon/rules/person';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { capital, useWords } from '../../language/use-words.ts';

/** Every earlier date, with why it moved, who asked and who approved. */
export function DateChanges({ changes }: Pick<DatesView, 'changes'>) {
  const { t } = useTranslation();
  const { language } = useWords();
  const format = useFormat();
  if (changes.length === 0) return null;
  return (
    <>
      <h3>{t('dates.changes')}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <span className="medium">{capital(t(`dates.name.${change.date}`), language)}</span>{' '}
            {t('dates.fromTo', {
              from: change.from ? format.day(change.from) : '–',
              to: format.day(change.to),
            })}
            {change.ground && ` · ${t(`dates.grounds.${change.ground}`)}`}
            <span className="pre">: “{change.reason}”</span>
            <div className="small soft">
              {t('dates.asked', { name: signedName(change.askedBy), day: format.dayOf(change.askedAt) })} ·{' '}
              {t('dates.approvedBy', {
                name: signedName(change.approvedBy),
                day: format.dayOf(change.approvedAt),
              })}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
