import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import { isLegalDate, type LegalDate } from '@tinhgon/rules/days';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '../format/parse-day.ts';

interface DayInputProps {
  readonly label: string;
  readonly value: LegalDate | null;
  readonly onChange: (day: LegalDate | null) => void;
  readonly error?: ReactNode;
  readonly description?: string;
  readonly required?: boolean;
  readonly id?: string;
  readonly name?: string;
}

/** A day, typed as people write it (22/11/2026) or picked from the calendar. */
export function DayInput({ value, onChange, ...props }: DayInputProps) {
  const { t, i18n } = useTranslation();
  return (
    <DateInput
      {...props}
      value={value}
      onChange={(day) => onChange(day && isLegalDate(day) ? day : null)}
      dateParser={parseDay}
      valueFormat={(day) => day.slice(0, 10).split('-').reverse().join('/')}
      placeholder={t('app.dayPlaceholder')}
      locale={i18n.language}
      firstDayOfWeek={1}
      clearable
      clearButtonProps={{ 'aria-label': t('app.clear') }}
      popoverProps={{ withinPortal: true }}
    />
  );
}
