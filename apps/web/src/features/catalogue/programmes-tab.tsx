import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Programme } from '@tinhgon/rules/views/catalogue';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../components/empty.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './catalogue.module.css';
import { ProgrammeForm } from './programme-form.tsx';

export function ProgrammesTab() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery(trpc.catalogue.programmes.queryOptions());
  const [open, setOpen] = useState<{ readonly programme: Programme | null } | null>(null);
  return (
    <>
      <div className={styles.head}>
        <span className="soft">{t('catalogue.programmesIntro')}</span>
        <Button onClick={() => setOpen({ programme: null })}>{t('catalogue.addProgramme')}</Button>
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={4} />}>
        {(programmes) =>
          programmes.length === 0 ? (
            <Empty title={t('progress.noProgramme')}>{t('catalogue.noProgrammesHint')}</Empty>
          ) : (
            programmes.map((programme) => (
              <ProgrammeSection
                key={programme.code}
                programme={programme}
                onEdit={() => setOpen({ programme })}
              />
            ))
          )
        }
      </Loaded>
      {open && <ProgrammeForm programme={open.programme} onClose={() => setOpen(null)} />}
    </>
  );
}

function ProgrammeSection({
  programme,
  onEdit,
}: {
  readonly programme: Programme;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const title = name({ vi: programme.nameVi, en: programme.nameEn });
  return (
    <section style={{ marginBottom: 32 }}>
      <h2>
        {title} <span className="faint">{programme.code}</span>
      </h2>
      <p className="soft small">
        {format.day(programme.from)} – {programme.to && format.day(programme.to)} ·{' '}
        <button type="button" className="link-button" onClick={onEdit}>
          {t('app.edit')}
          <span className="visually-hidden"> {title}</span>
        </button>
      </p>
      <Link to="/baselines" search={{ programme: programme.code }}>
        {t('baseline.all')}
      </Link>
      {programme.publicLicence !== null && (
        <>
          {' · '}
          <Link to="/public/$code" params={{ code: programme.code }}>
            {t('public.title')}
          </Link>
        </>
      )}
    </section>
  );
}
