import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { StagesView } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';
import { AGE_BOUNDS, ageOf } from './stage-age.ts';
import styles from './where-it-stands.module.css';

type Cell = StagesView['cells'][number];
type Step = StagesView['steps'][number];

/** How many plans and documents lie at each step, by lead agency, the darker the longer. */
export function Stages({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.stages.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <section>
      <h2>{t('stands.part.stages')}</h2>
      <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
        {(stages) =>
          stages.cells.length === 0 ? (
            <p className="soft">{t('stands.nothingOpen')}</p>
          ) : (
            <HeatMap stages={stages} asked={asked} />
          )
        }
      </Loaded>
    </section>
  );
}

function HeatMap({ stages, asked }: { readonly stages: StagesView; readonly asked: Asked }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const cellOf = new Map(stages.cells.map((cell) => [keyOf(cell, cell.agency), cell]));
  const sum = (of: (cell: Cell) => boolean) =>
    stages.cells.reduce((whole, cell) => whole + (of(cell) ? cell.open : 0), 0);
  type Row = StagesView['agencies'][number];
  const columns: Column<Row>[] = [
    {
      key: 'agency',
      heading: t('progress.ministry'),
      rowHeader: true,
      total: t('progress.total'),
      cell: (row) => name(row.name),
    },
    ...stages.steps.map(
      (step): Column<Row> => ({
        key: `${step.subject}/${step.step}`,
        heading: capital('step', step.step),
        numeric: true,
        total: format.number(sum((cell) => cell.subject === step.subject && cell.step === step.step)),
        cell: (row) => <Heat cell={cellOf.get(keyOf(step, row.code))} asked={asked} />,
      }),
    ),
    {
      key: 'all',
      heading: t('progress.total'),
      numeric: true,
      total: format.number(sum(() => true)),
      cell: (row) => format.number(sum((cell) => cell.agency === row.code)),
    },
  ];
  return (
    <>
      <p className="small soft">{t('stands.stagesHow')}</p>
      <ul className={styles.legend} aria-label={t('stands.legend')}>
        {[0, ...AGE_BOUNDS].map((from, index) => (
          <li key={from}>
            <span className={styles.heat} data-age={index} aria-hidden="true" />
            {index === AGE_BOUNDS.length
              ? t('stands.ageOver', { count: from })
              : t('stands.ageTo', { count: AGE_BOUNDS[index] ?? 0 })}
          </li>
        ))}
      </ul>
      <div className={styles.heatMap}>
        <DataTable
          caption={t('stands.part.stages')}
          columns={columns}
          rows={stages.agencies}
          rowKey={(row) => row.code}
        />
      </div>
    </>
  );
}

/** Open steps of one agency at one step: how many, for how long, how many late; they open as a list. */
function Heat({ cell, asked }: { readonly cell: Cell | undefined; readonly asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!cell) return <span className="faint">–</span>;
  return (
    <Link
      to="/where-it-stands"
      search={{
        programme: asked.code,
        ...(asked.asAt && { asAt: asked.asAt }),
        part: 'holding',
        ministry: cell.agency,
        step: cell.step,
        subject: cell.subject,
      }}
      className={styles.heat}
      data-age={ageOf(cell.medianDays)}
    >
      <strong>{format.number(cell.open)}</strong>
      <span className="small">{t('stands.medianDays', { count: cell.medianDays })}</span>
      {cell.overdue > 0 && (
        <span className={`small ${styles.lateInside}`}>{t('stands.late', { count: cell.overdue })}</span>
      )}
    </Link>
  );
}

const keyOf = ({ subject, step }: Step, agency: string): string => `${subject}/${step}/${agency}`;
