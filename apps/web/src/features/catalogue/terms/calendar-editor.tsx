import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  CALENDAR_DAY_KINDS,
  type CalendarDay,
  calendarChanges,
  type CalendarInput,
  objectionToCalendar,
} from '@tinhgon/rules/calendar-version';
import type { CalendarView } from '@tinhgon/rules/views/terms';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { Note } from '../../../components/note.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import { useSave } from '../../../server/use-save.ts';
import { CalendarPreview } from './calendar-preview.tsx';
import styles from './terms.module.css';

interface CalendarEditorProps {
  readonly calendar: CalendarView;
  readonly year: string;
  readonly onClose: () => void;
}

/** Makes the next version of the calendar, a year at a time. What open clocks it moves is shown before it is saved. */
export function CalendarEditor({ calendar, year, onClose }: CalendarEditorProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { reason: words } = useWords();
  const client = useTRPCClient();
  const [rows, setRows] = useState(() =>
    calendar.days.filter(({ day }) => day.startsWith(year)).map((row) => ({ ...row, id: row.day })),
  );
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [previewed, setPreviewed] = useState<readonly CalendarDay[] | null>(null);
  const save = useSave((input: CalendarInput) => client.terms.saveCalendar.mutate(input), onClose);
  const others = calendar.days.filter((one) => !one.day.startsWith(year));
  const days = [...others, ...rows.map(({ id: _id, ...row }) => row)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
  const problem = objectionToCalendar(days);
  const renamed = rows.some((row) =>
    calendar.days.some((old) => old.day === row.day && old.name !== row.name),
  );
  const changed = calendarChanges(calendar.days, days).length > 0 || renamed;
  const set = (id: string, facts: Partial<CalendarDay>) => {
    setPreviewed(null);
    setRows(rows.map((row) => (row.id === id ? { ...row, ...facts } : row)));
  };
  const add = (added: string) => {
    setPreviewed(null);
    setRows(
      [...rows, { id: `${added} ${rows.length}`, day: added, kind: 'holiday' as const, name: '' }].sort(
        (a, b) => (a.day < b.day ? -1 : 1),
      ),
    );
    setDay(null);
  };
  return (
    <section aria-label={t('terms.editCalendar')}>
      <h2>{t('terms.daysOf', { year })}</h2>
      {rows.map((row) => (
        <div key={row.id} className={styles.row}>
          <DayInput
            label={t('terms.day')}
            value={row.day}
            onChange={(next) => next && set(row.id, { day: next })}
          />
          <NativeSelect
            label={t('terms.kind')}
            data={CALENDAR_DAY_KINDS.map((kind) => ({ value: kind, label: t(`terms.dayKind.${kind}`) }))}
            value={row.kind}
            onChange={(event) =>
              set(row.id, {
                kind: CALENDAR_DAY_KINDS.find((kind) => kind === event.currentTarget.value) ?? row.kind,
              })
            }
          />
          <TextInput
            className={styles.grow}
            label={t('terms.dayName')}
            value={row.name}
            onChange={(event) => set(row.id, { name: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            aria-label={t('terms.removeDay', { day: format.day(row.day) })}
            onClick={() => {
              setPreviewed(null);
              setRows(rows.filter(({ id }) => id !== row.id));
            }}
          >
            {t('terms.remove')}
          </Button>
        </div>
      ))}
      <div className={styles.bar} style={{ marginTop: 12 }}>
        <DayInput label={t('terms.newDay')} value={day} onChange={setDay} />
        <Button variant="default" disabled={day === null} onClick={() => day && add(day)}>
          {t('terms.addDay')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Textarea
          label={t('app.reason')}
          required
          autosize
          minRows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div role="status">
          {problem && <Note tone="late">{words(problem.code, problem.details)}</Note>}
          {!problem && !changed && <Note>{t('terms.nothingChanged')}</Note>}
        </div>
        {save.failure && <FailureNote failure={save.failure} />}
        {previewed && <CalendarPreview days={previewed} />}
        <Group gap="sm">
          {previewed === null ? (
            <Button disabled={problem !== null || !changed} onClick={() => setPreviewed(days)}>
              {t('terms.preview')}
            </Button>
          ) : (
            <Button
              loading={save.pending}
              disabled={reason.trim() === ''}
              onClick={() => void save.run({ basedOn: calendar.version, days: [...previewed], reason })}
            >
              {t('terms.saveVersion', { version: calendar.version + 1 })}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          {previewed !== null && reason.trim() === '' && (
            <span className="small soft">{t('terms.reasonMissing')}</span>
          )}
        </Group>
      </div>
    </section>
  );
}
