import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PartsView } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { proceduresSearch } from '../../app/search-params.ts';
import { Bar } from '../../components/bar.tsx';
import cols from '../../components/cols.module.css';
import { DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';

/** The baseline by level, field and type of document; what the catalogue does not say has a line of its own. */
export function Parts({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.parts.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
      {(parts) => (
        <>
          <Part
            title={t('stands.byLevel')}
            whole={parts}
            asked={asked}
            missing={t('stands.levelMissing')}
            rows={parts.byLevel.map(({ level, ...counts }) => ({
              ...counts,
              name: level ? capital('level', level) : t('stands.noLevel'),
              known: level !== null,
              search: { level: level ?? 'none' },
            }))}
          />
          <Part
            title={t('stands.byDocumentType')}
            whole={parts}
            asked={asked}
            missing={t('stands.documentMissing')}
            rows={parts.byDocumentType.map(({ type, ...counts }) => ({
              ...counts,
              name: type ? capital('documentType', type) : t('stands.noDocument'),
              known: type !== null,
              search: { documentType: type ?? 'none' },
            }))}
          />
          <Part
            title={t('stands.byField')}
            whole={parts}
            asked={asked}
            missing={t('stands.fieldMissing')}
            rows={parts.byField.map(({ field, ...counts }) => ({
              ...counts,
              name: field ?? t('stands.noField'),
              known: field !== null,
              search: { field: field ?? '' },
            }))}
          />
        </>
      )}
    </Loaded>
  );
}

interface Row {
  readonly name: string;
  readonly known: boolean;
  readonly baseline: number;
  readonly simplified: number;
  readonly search: Pick<z.output<typeof proceduresSearch>, 'level' | 'field' | 'documentType'>;
}

interface PartProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly whole: PartsView;
  readonly asked: Asked;
  /** What is not known of the procedures that no line names. */
  readonly missing: string;
}

function Part({ title, rows, whole, asked, missing }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const here = { programme: asked.code, ...(asked.asAt && { asAt: asked.asAt }) };
  const unknown = rows.find((row) => !row.known);
  return (
    <section className={cols.section}>
      <h2>{title}</h2>
      {unknown && (
        <p className="small soft">
          {missing}{' '}
          {t('stands.missingCount', { count: unknown.baseline, number: format.number(unknown.baseline) })}
        </p>
      )}
      <DataTable
        caption={title}
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          {
            key: 'name',
            heading: title,
            rowHeader: true,
            total: t('progress.total'),
            cell: (row) => (row.known ? row.name : <span className="soft">{row.name}</span>),
          },
          {
            key: 'simplified',
            heading: t('progress.simplified'),
            total: format.number(whole.simplified),
            cell: (row) => (
              <>
                <Link to="/procedures" search={{ ...here, ...row.search, status: 'simplified' }}>
                  {format.number(row.simplified)}
                </Link>
                <Bar part={row.simplified} whole={row.baseline} />
              </>
            ),
          },
          {
            key: 'baseline',
            heading: t('stands.measured'),
            numeric: true,
            total: format.number(whole.baseline),
            cell: (row) => (
              <Link to="/procedures" search={{ ...here, ...row.search }}>
                {format.number(row.baseline)}
              </Link>
            ),
          },
          {
            key: 'open',
            heading: t('stands.stillOpen'),
            numeric: true,
            total: format.number(whole.baseline - whole.simplified),
            cell: (row) => (
              <Link to="/procedures" search={{ ...here, ...row.search, status: 'open' }}>
                {format.number(row.baseline - row.simplified)}
              </Link>
            ),
          },
        ]}
      />
    </section>
  );
}
