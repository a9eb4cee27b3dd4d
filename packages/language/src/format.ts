/** YYYY-MM-DD. */
type LegalDate = string;
/** ISO 8601. */
type Instant = string;

const NO_BREAK = '\u00a0';
const ZONE = 'Asia/Ho_Chi_Minh';

export interface Format {
  /** 1.084 in Vietnamese, 1,084 in English. */
  readonly number: (value: number) => string;
  /** 82,84 % in Vietnamese, 82.84% in English; `digits` decimals. */
  readonly percent: (value: number, digits?: number) => string;
  /** 22/11/2026 in Vietnamese, 22 Nov 2026 in English. */
  readonly day: (day: LegalDate) => string;
  /** The day of the week: Chủ nhật, Sunday. */
  readonly weekday: (day: LegalDate) => string;
  /** A short day for tight places: 22/11, 22 Nov. */
  readonly shortDay: (day: LegalDate) => string;
  /** Day and time of an instant, in Viet Nam's time. */
  readonly moment: (instant: Instant) => string;
  /** The day of an instant, in Viet Nam's time. */
  readonly dayOf: (instant: Instant) => string;
  readonly time: (instant: Instant) => string;
  /** The same to the second, for what changes while one looks. */
  readonly clock: (instant: Instant) => string;
  /** 12 giây, 3 phút, 2 giờ, 5 ngày: the largest unit that is full. */
  readonly duration: (seconds: number) => string;
  readonly money: (dong: number) => string;
  readonly month: (month: string) => string;
  /** `2024`, `2024-H1`, `2024-Q3`, `2024-07`: quý III/2024 in Vietnamese, Q3 2024 in English. */
  readonly period: (period: string) => string;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** Numbers and dates as a reader of the language writes them. */
export function formatFor(language: string): Format {
  const locale = language === 'en' ? 'en-GB' : 'vi-VN';
  const integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const dated = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const shortDated = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
  const seconds = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: ZONE });
  const inZone = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

  const day = (value: LegalDate): string => {
    if (language === 'en') return dated.format(new Date(`${value}T00:00:00Z`));
    const [year, month, date] = value.split('-');
    return `${date}/${month}/${year}`;
  };
  const dayOf = (instant: Instant): string => day(inZone.format(new Date(instant)));
  return {
    number: (value) => integers.format(value),
    percent: (value, digits = 2) => {
      const text = new Intl.NumberFormat(locale, {
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).format(value);
      return language === 'en' ? `${text}%` : `${text}${NO_BREAK}%`;
    },
    day,
    weekday: (value) => weekdays.format(new Date(`${value}T00:00:00Z`)),
    shortDay: (value) =>
      language === 'en'
        ? shortDated.format(new Date(`${value}T00:00:00Z`))
        : `${value.slice(8, 10)}/${value.slice(5, 7)}`,
    moment: (instant) => `${dayOf(instant)} ${clock.format(new Date(instant))}`,
    dayOf,
    time: (instant) => clock.format(new Date(instant)),
    clock: (instant) => seconds.format(new Date(instant)),
    duration: (length) => {
      const [unit, per] = UNITS.find(([, size]) => length >= size) ?? (['second', 1] as const);
      return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
        Math.floor(length / per),
      );
    },
    money: (dong) =>
      language === 'en'
        ? `VND${NO_BREAK}${integers.format(dong)}`
        : `${integers.format(dong)}${NO_BREAK}đồng`,
    month: (month) => (language === 'en' ? month : `${month.slice(5, 7)}/${month.slice(0, 4)}`),
    period: language === 'en' ? englishPeriod : vietnamesePeriod,
  };
}

/** A period's year, and what follows it: H1, Q3, 07, or nothing. */
const partsOf = (period: string) => [period.slice(0, 4), period.slice(5)] as const;

const ROMAN = ['I', 'II', 'III', 'IV'];

function vietnamesePeriod(period: string): string {
  const [year, part] = partsOf(period);
  if (part === '') return `năm ${year}`;
  if (part.startsWith('H')) return `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}`;
  if (part.startsWith('Q')) return `quý ${ROMAN[Number(part.slice(1)) - 1]}/${year}`;
  return `tháng ${Number(part)}/${year}`;
}

function englishPeriod(period: string): string {
  const [year, part] = partsOf(period);
  if (part === '') return year;
  if (part.startsWith('H')) return `${part === 'H1' ? 'first' : 'second'} half of ${year}`;
  if (part.startsWith('Q')) return `${part} ${year}`;
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
  return `${month.format(new Date(`${period}-01T00:00:00Z`))} ${year}`;
}
