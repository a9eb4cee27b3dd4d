import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';

/** "05/02/2027 Thứ Sáu". */
export function DayAndWeekday({ day }: { readonly day: string }) {
  const { i18n } = useTranslation();
  const format = useFormat();
  const weekday = new Intl.DateTimeFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
  return (
    <>
      {format.day(day)} <span className="soft">{weekday}</span>
    </>
  );
}
