import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { WageView } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { Empty } from '../../../components/empty.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import catalogue from '../catalogue.module.css';
import styles from './terms.module.css';
import { WageForm } from './wage-form.tsx';

/** What an hour of work is worth when the cost of a procedure is reckoned: one wage after another, in versions. */
export function WagesTab() {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery(trpc.terms.wages.queryOptions());
  const [open, setOpen] = useState<{ readonly newest: WageView | null } | null>(null);
  return (
    <>
      <div className={catalogue.head}>
        <p className={`soft ${styles.grow}`}>{t('terms.wage.intro')}</p>
        <Button onClick={() => setOpen({ newest: null })}>{t('terms.wage.add')}</Button>
      </div>
      <Loaded query={query} skeleton={<SkeletonLines count={6} />}>
        {(wages) =>
          wages.length === 0 ? (
            <Empty title={t('terms.wage.none')}>{t('terms.wage.noneHint')}</Empty>
          ) : (
            [...Map.groupBy(wages, ({ code }) => code)].map(([code, versions]) => (
              <Wage key={code} versions={versions} onEdit={(newest) => setOpen({ newest })} />
            ))
          )
        }
      </Loaded>
      {open && <WageForm newest={open.newest} onClose={() => setOpen(null)} />}
    </>
  );
}

interface WageProps {
  /** Of one wage, newest first. */
  readonly versions: readonly WageView[];
  readonly onEdit: (newest: WageView) => void;
}

function Wage({ versions, onEdit }: WageProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const [newest] = versions;
  if (!newest) return null;
  const title = name(newest.name);
  const current = versions.find(({ inUse }) => inUse);
  return (
    <section style={{ marginBottom: 32 }}>
      <h2>
        {title} <span className="faint">{newest.code}</span>
      </h2>
      <p className="soft small">
        {current
          ? t('terms.wage.today', {
              money: format.money(current.taken.dongPerHour),
              version: current.version,
            })
          : t('terms.wage.notToday')}{' '}
        ·{' '}
        <button type="button" className="link-button" onClick={() => onEdit(newest)}>
          {t('terms.editChain')}
          <span className="visually-hidden"> {title}</span>
        </button>
      </p>
      <DataTable
        caption={title}
        rows={versions}
        rowKey={(row) => String(row.version)}
        columns={[
          { key: 'version', heading: t('terms.version'), rowHeader: true, cell: (row) => row.version },
          {
            key: 'used',
            heading: t('terms.wage.used'),
            cell: (row) => `${format.day(row.from)} – ${row.to === null ? '' : format.day(row.to)}`,
          },
          {
            key: 'taken',
            heading: t('terms.wage.taken'),
            numeric: true,
            cell: (row) => format.money(row.taken.dongPerHour),
          },
          { key: 'sources', heading: t('terms.wage.sources'), cell: (row) => <Sources wage={row} /> },
          {
            key: 'reason',
            heading: t('app.reason'),
            cell: (row) => <span className="pre">{row.recorded.reason}</span>,
          },
          {
            key: 'by',
            heading: t('app.recorded'),
            cell: (row) => `${row.recorded.by} · ${format.moment(row.recorded.at)}`,
          },
        ]}
      />
    </section>
  );
}

/** What each source says; the one that is taken says so in words. */
function Sources({ wage: { sources, taken } }: { readonly wage: WageView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = sources.findIndex(
    ({ source, dongPerHour }) => source === taken.source && dongPerHour === taken.dongPerHour,
  );
  return (
    <ul className={styles.list}>
      {sources.map(({ source, dongPerHour }, index) => (
        // Two sources may say the same in the same words; their order never changes.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <li key={index}>
          {source}: {format.money(dongPerHour)}
          {index === at && sources.length > 1 && <strong> ({t('terms.wage.isTaken')})</strong>}
        </li>
      ))}
    </ul>
  );
}
