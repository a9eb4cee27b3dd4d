import { DatePicker } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/vi';
import type { LegalDate } from '@tinhgon/rules/days';
import { useTranslation } from 'react-i18next';

interface CalendarProps {
  readonly day: LegalDate | null;
  readonly onChoose: (day: LegalDate) => void;
}

/** A month to pick a day from; weeks begin on Monday. */
export function Calendar({ day, onChoose }: CalendarProps) {
  const { t, i18n } = useTranslation();
  return (
    <DatePicker
      value={day}
      {...(day && { defaultDate: day })}
      onChange={(value) => value && onChoose(value)}
      locale={i18n.language}
      firstDayOfWeek={1}
      hideOutsideDates
      ariaLabels={{
        nextMonth: t('app.nextMonth'),
        previousMonth: t('app.previousMonth'),
        nextYear: t('app.nextYear'),
        previousYear: t('app.previousYear'),
        nextDecade: t('app.nextDecade'),
        previousDecade: t('app.previousDecade'),
      }}
    />
  );
}
