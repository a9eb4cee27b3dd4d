import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Calendar } from './calendar.tsx';
import { parseDay } from '../format/parse-day.ts';

/** A day typed or picked. */
export function DayPicker({
  day,
  onChoose,
}: {
  readonly day: string;
  readonly onChoose: (day: string) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseDay(typed);
    setWrong(parsed === null);
    if (parsed) onChoose(parsed);
  };
  return (
    <>
      <form onSubmit={submit}>
        <TextInput
          label={t('progress.day')}
          placeholder={t('app.dayPlaceholder')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={wrong && t('app.dayWrong')}
          rightSection={
            <Button type="submit" variant="subtle" size="compact-sm" aria-label={t('progress.showDay')}>
              ✓
            </Button>
          }
          mb={8}
        />
      </form>
      <Calendar day={day} onChoose={onChoose} />
    </>
  );
}
