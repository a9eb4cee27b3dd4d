import type { FigurePage } from '@tinhgon/rules/views/figure';
import { useTranslation } from 'react-i18next';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';

/** Reports whose printed parts do not add up to the whole they print, and whose parts are missing. */
export function Sums({ sums }: { readonly sums: FigurePage['sums'] }) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  return sums.map((one) => (
    <Note key={`${one.source}/${one.asAt}/${one.measure}`} tone="soon">
      <p>
        {t('figure.doesNotAddUp', {
          source: one.source,
          day: format.day(one.asAt),
          measure: t(`figure.measure.${one.measure}`),
          whole: format.number(one.whole),
          parts: format.number(one.parts),
          difference: format.number(Math.abs(one.whole - one.parts)),
        })}
      </p>
      {one.missing.length > 0 && (
        <p className="small">
          {t('figure.missing', { agencies: one.missing.map((agency) => name(agency.name)).join(', ') })}
        </p>
      )}
    </Note>
  ));
}
