import { Link } from '@tanstack/react-router';
import type { FigureView } from '@tinhgon/rules/views/figure';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';

interface FigureTableProps {
  readonly programme: string;
  readonly figures: readonly FigureView[];
  readonly mayRemove: boolean;
}

export function FigureTable({ programme, figures, mayRemove }: FigureTableProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const client = useTRPCClient();
  const [removing, setRemoving] = useState<FigureView | null>(null);
  const remove = useSave(
    (input: { readonly id: string; readonly reason: string }) => client.figures.remove.mutate(input),
    () => setRemoving(null),
  );
  const written = (measure: FigureView['measure'], value: number, decimals = 2) =>
    measure === 'share' ? format.percent(value, decimals) : format.number(value);
  const decimalsOf = (value: string) => value.split('.')[1]?.length ?? 0;
  const columns: Column<FigureView>[] = [
    {
      key: 'source',
      heading: t('figure.source'),
      rowHeader: true,
      cell: (row) => (
        <>
          {row.source}
          <div className="small soft">
            {[row.page, t('figure.enteredBy', { name: row.enteredBy, day: format.dayOf(row.enteredAt) })]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    {
      key: 'what',
      heading: t('figure.what'),
      cell: (row) => (
        <>
          {t(`figure.measure.${row.measure}`)}
          <div className="small soft">{row.ministry ? name(row.ministry.name) : t('figure.whole')}</div>
        </>
      ),
    },
    {
      key: 'asAt',
      heading: t('figure.asAt'),
      narrow: true,
      cell: (row) => (
        <Link to="/" search={{ programme, asAt: row.asAt }}>
          {format.day(row.asAt)}
        </Link>
      ),
    },
    {
      key: 'printed',
      heading: t('figure.printed'),
      numeric: true,
      cell: (row) => written(row.measure, Number(row.value), decimalsOf(row.value)),
    },
    {
      key: 'ours',
      heading: t('figure.ours'),
      numeric: true,
      cell: (row) => (row.ours === null ? '–' : written(row.measure, row.ours)),
    },
    {
      key: 'difference',
      heading: t('figure.difference'),
      cell: (row) => {
        if (row.difference === null) return <span className="soft">{t('figure.noOurs')}</span>;
        if (row.difference === 0) return <span className="ok">✓ {t('figure.agrees')}</span>;
        const more = row.difference > 0;
        const by = Math.abs(row.difference);
        const number =
          row.measure === 'share' ? format.percent(by, decimalsOf(row.value)) : format.number(by);
        return (
          <span className="late">{t(more ? 'figure.printedMore' : 'figure.printedLess', { number })}</span>
        );
      },
    },
    ...(mayRemove
      ? [
          {
            key: 'remove',
            heading: t('figure.act'),
            cell: (row: FigureView) => (
              <button type="button" className="link-button" onClick={() => setRemoving(row)}>
                {t('figure.remove')}
                <span className="visually-hidden"> {row.source}</span>
              </button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable caption={t('figure.title')} columns={columns} rows={figures} rowKey={(row) => row.id} />
      {removing && (
        <ReasonDialog
          title={t('figure.removeTitle')}
          intro={t('figure.removeHint')}
          submit={t('figure.remove')}
          pending={remove.pending}
          problem={remove.failure && <FailureNote failure={remove.failure} />}
          onClose={() => setRemoving(null)}
          onSubmit={(reason) => void remove.run({ id: removing.id, reason })}
        />
      )}
    </>
  );
}
