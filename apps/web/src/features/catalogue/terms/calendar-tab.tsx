import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CalendarView } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { SkeletonLines } from '../../../components/skeleton-lines.tsx';
import { today } from '../../../format/today.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useMe } from '../../../server/use-me.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { ClocksBehind } from './clocks-behind.tsx';
import { DayAndWeekday } from './day-and-weekday.tsx';
import styles from './terms.module.css';

/** The working calendar: holidays and days worked in exchange, in versions. */
export function CalendarTab() {
  const trpc = useTRPC();
  const query = useQuery(trpc.terms.calendars.queryOptions());
  return (
    <Loaded query={query} skeleton={<SkeletonLines count={10} />}>
      {(versions) => <Calendars versions={versions} />}
    </Loaded>
  );
}

function Calendars({ versions }: { readonly versions: readonly CalendarView[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const me = useMe();
  const [newest] = versions;
  const years = [...new Set(newest?.days.map(({ day }) => day.slice(0, 4)))];
  const thisYear = today().slice(0, 4);
  const [year, setYear] = useState(years.includes(thisYear) ? thisYear : (years.at(-1) ?? thisYear));
  const [editing, setEditing] = useState(false);
  if (!newest) return null;
  if (editing) return <CalendarEditor calendar={newest} year={year} onClose={() => setEditing(false)} />;
  return (
    <>
      <p className="soft">{t('terms.calendarIntro')}</p>
      <ClocksBehind key={newest.version} />
      <div className={styles.bar}>
        <NativeSelect
          label={t('terms.year')}
          data={years}
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => setEditing(true)}>
          {t('terms.editCalendar')}
        </Button>
        {me.may.import && <Link to="/imports">{t('terms.fromFile')}</Link>}
      </div>
      <DataTable
        caption={t('terms.daysOf', { year })}
        rows={newest.days.filter(({ day }) => day.startsWith(year))}
        rowKey={(row) => row.day}
        columns={[
          {
            key: 'day',
            heading: t('terms.day'),
            rowHeader: true,
            cell: (row) => <DayAndWeekday day={row.day} />,
          },
          { key: 'kind', heading: t('terms.kind'), cell: (row) => t(`terms.dayKind.${row.kind}`) },
          { key: 'name', heading: t('terms.dayName'), cell: (row) => row.name || '–' },
        ]}
      />
      <section style={{ marginTop: 32 }}>
        <h2>{t('terms.versions')}</h2>
        <DataTable
          caption={t('terms.versions')}
          rows={versions}
          rowKey={(row) => String(row.version)}
          columns={[
            { key: 'version', heading: t('terms.version'), rowHeader: true, cell: (row) => row.version },
            {
              key: 'count',
              heading: t('terms.days'),
              numeric: true,
              cell: (row) => format.number(row.days.length),
            },
            {
              key: 'reason',
              heading: t('app.reason'),
              cell: (row) => <span className="pre">{row.recorded?.reason ?? t('terms.own')}</span>,
            },
            {
              key: 'by',
              heading: t('app.recorded'),
              cell: (row) => (row.recorded ? `${row.recorded.by} · ${format.moment(row.recorded.at)}` : '–'),
            },
          ]}
        />
      </section>
    </>
  );
}
