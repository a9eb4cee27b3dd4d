import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ResponsibilityView } from '@tinhgon/rules/views/where-it-stands';
import { useTranslation } from 'react-i18next';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SkeletonLines } from '../../components/skeleton-lines.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import type { Asked } from './asked.ts';
import styles from './where-it-stands.module.css';

type Unit = ResponsibilityView['units'][number];
type Person = NonNullable<Unit['people']>[number];
interface Row extends Omit<Unit, 'people'> {
  /** Null for the unit as a whole. */
  readonly of: Person | null;
}

/** Each unit's open and done steps and, where the reader may see them, those of its people. */
export function Responsibility({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const query = useQuery({
    ...trpc.programmes.responsibility.queryOptions(asked),
    placeholderData: keepPreviousData,
  });
  return (
    <section>
      <h2>{t('stands.part.responsibility')}</h2>
      <p className="small soft">{t('stands.responsibilityHow')}</p>
      <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
        {({ units }) =>
          units.length === 0 ? (
            <p className="soft">{t('stands.nothingOpen')}</p>
          ) : (
            <>
              {units.some((unit) => unit.people === null) && (
                <p className="small soft">{t('stands.peopleHidden')}</p>
              )}
              <Units units={units} asked={asked} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

function Units({ units, asked }: { readonly units: readonly Unit[]; readonly asked: Asked }) {
  const { t } = useTranslation();
  const { capital, name } = useWords();
  const format = useFormat();
  const rows = units.flatMap(({ people, ...unit }): Row[] => [
    { ...unit, of: null },
    // Work that nobody has taken is told apart from that of people; alone it is the unit's own line once more.
    ...(people ?? [])
      .filter(({ person }) => person !== null || (people ?? []).length > 1)
      .map((person) => ({ ...unit, ...person, of: person })),
  ]);
  const search = (row: Row) => ({
    programme: asked.code,
    ...(asked.asAt && { asAt: asked.asAt }),
    part: 'holding' as const,
    function: row.function,
    ...(row.agency && { agency: row.agency.code }),
    ...(row.of?.person && { person: row.of.person.id }),
  });
  const columns: Column<Row>[] = [
    {
      key: 'who',
      heading: t('stands.unit'),
      rowHeader: true,
      cell: (row) =>
        row.of ? (
          <span className={styles.person}>{row.of.person?.name ?? t('stands.notTaken')}</span>
        ) : (
          <>
            <span className="medium">{capital('function', row.function)}</span>
            <div className="small soft">{row.agency ? name(row.agency.name) : t('app.nationwide')}</div>
          </>
        ),
    },
    {
      key: 'open',
      heading: t('stands.open'),
      numeric: true,
      cell: (row) =>
        row.open === 0 || (row.of !== null && row.of.person === null) ? (
          format.number(row.open)
        ) : (
          <Link to="/where-it-stands" search={search(row)}>
            {format.number(row.open)}
          </Link>
        ),
    },
    {
      key: 'overdue',
      heading: t('progress.overdue'),
      numeric: true,
      cell: (row) =>
        row.overdue === 0 ? (
          <span className="faint">–</span>
        ) : row.of !== null && row.of.person === null ? (
          <span className="late">{format.number(row.overdue)}</span>
        ) : (
          <Link to="/where-it-stands" search={{ ...search(row), timing: 'overdue' }} className="late">
            {format.number(row.overdue)}
          </Link>
        ),
    },
    {
      key: 'since',
      heading: t('stands.oldest'),
      narrow: true,
      cell: (row) => (row.oldestSince === null ? '–' : format.dayOf(row.oldestSince)),
    },
    {
      key: 'done',
      heading: t('stands.doneInYear'),
      numeric: true,
      cell: (row) => format.number(row.done),
    },
    {
      key: 'late',
      heading: t('stands.doneLate'),
      numeric: true,
      cell: (row) => (row.late === 0 ? <span className="faint">–</span> : format.number(row.late)),
    },
  ];
  return (
    <DataTable
      caption={t('stands.part.responsibility')}
      columns={columns}
      rows={rows}
      rowKey={(row) =>
        [row.function, row.agency?.code, row.of ? (row.of.person?.id ?? 'nobody') : 'unit'].join('/')
      }
    />
  );
}
