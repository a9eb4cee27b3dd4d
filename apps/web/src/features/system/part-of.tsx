import type { Part } from '@tinhgon/rules/views/system';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import cols from '../../components/cols.module.css';
import { Note } from '../../components/note.tsx';
import { useFormat } from '../../format/use-format.ts';

interface PartOfProps<T> {
  readonly id: string;
  readonly title: string;
  readonly part: Part<T>;
  readonly children: (facts: T) => ReactNode;
}

/** One part of the picture with the moment it was asked, or that it could not be. */
export function PartOf<T>({ id, title, part, children }: PartOfProps<T>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={cols.section} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title} <span className="soft small">· {t('system.askedAt', { time: format.clock(part.at) })}</span>
      </h2>
      {part.known ? (
        children(part.facts)
      ) : (
        <Note tone={part.why === 'silent' ? 'late' : 'plain'}>
          <p>{t(part.why === 'silent' ? 'system.silentPart' : 'system.lookingPart')}</p>
        </Note>
      )}
    </section>
  );
}
