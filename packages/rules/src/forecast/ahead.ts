import { addWorkingDays, type WorkingCalendar, workingDaysBetween } from '../calendar.ts';
import { addDays, daysBetween, type LegalDate } from '../day.ts';

/** Days counted from today: which of them each further working day is. Made once and asked millions of times. */
export class DaysAhead {
  readonly #calendar: WorkingCalendar;
  readonly #today: LegalDate;
  readonly #days: number[] = [0];

  constructor(calendar: WorkingCalendar, today: LegalDate) {
    this.#calendar = calendar;
    this.#today = today;
  }

  /** Calendar days from today until so many working days have passed. */
  afterWorkingDays(count: number): number {
    const known = this.#days[count];
    if (known !== undefined) return known;
    let last = this.#days.at(-1) ?? 0;
    for (let at = this.#days.length; at <= count; at += 1) {
      const day = addDays(this.#today, last);
      last += daysBetween(day, addWorkingDays(this.#calendar, day, 1));
      this.#days.push(last);
    }
    return last;
  }

  /** The legal date so many days from today. */
  dateOf(days: number): LegalDate {
    return addDays(this.#today, days);
  }

  daysUntil(day: LegalDate): number {
    return daysBetween(this.#today, day);
  }

  workingDaysUntil(day: LegalDate): number {
    return workingDaysBetween(this.#calendar, this.#today, day);
  }
}
