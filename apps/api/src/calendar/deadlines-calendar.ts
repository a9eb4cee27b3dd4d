import { createHash } from 'node:crypto';
import enCalendar from '@tinhgon/language/en/calendar.json' with { type: 'json' };
import enDomain from '@tinhgon/language/en/domain.json' with { type: 'json' };
import viCalendar from '@tinhgon/language/vi/calendar.json' with { type: 'json' };
import viDomain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import type { Deadline } from '@tinhgon/database/queries/deadlines/list-deadlines';
import { addDays, type LegalDate } from '@tinhgon/rules/day';
import type { OwnStep } from '@tinhgon/rules/views/terms';
import ical, { ICalEventTransparency } from 'ical-generator';
import type { Language } from '../errors/sentence.ts';

const WORDS: Record<Language, { calendar: typeof viCalendar; step: Readonly<Record<string, string>> }> = {
  vi: { calendar: viCalendar, step: viDomain.step },
  en: { calendar: enCalendar, step: enDomain.step },
};

/** How often programs should look again. */
const EVERY_S = 3600;

/** A person's deadlines as iCalendar (RFC 5545): whole days, one event for each open step. */
export function deadlinesCalendar(
  deadlines: readonly Deadline[],
  {
    language,
    publicUrl,
    ownSteps,
  }: { readonly language: Language; readonly publicUrl: string; readonly ownSteps: readonly OwnStep[] },
): string {
  const { calendar: words, step: official } = WORDS[language];
  const steps = {
    ...official,
    ...Object.fromEntries(ownSteps.map(({ key, name }) => [key, name[language]])),
  };
  const { hostname } = new URL(publicUrl);
  const calendar = ical({
    name: words.name,
    description: words.description,
    prodId: { company: 'Tinh Gọn', product: 'deadlines', language: language.toUpperCase() },
    ttl: EVERY_S,
    url: publicUrl,
  });
  for (const deadline of deadlines) {
    const step = steps[deadline.step] ?? deadline.step;
    const link = `${publicUrl}/inbox?item=${encodeURIComponent(deadline.id)}`;
    calendar.createEvent({
      id: `${nameOf(deadline)}@${hostname}`,
      sequence: deadline.revision,
      stamp: new Date(deadline.revisedAt),
      allDay: true,
      start: midnight(deadline.dueOn),
      // The first day that is no longer part of it.
      end: midnight(addDays(deadline.dueOn, 1)),
      summary: `${step}: ${deadline.title}`,
      description: `${deadline.code}\n${link}`,
      url: link,
      // A deadline does not keep its day from being free.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

/** The same for as long as the step is open, whatever its due day. */
const nameOf = ({ id, openedAt }: Deadline): string =>
  createHash('sha256').update(`${id} ${openedAt}`).digest('hex').slice(0, 32);

const midnight = (day: LegalDate): Date => new Date(`${day}T00:00:00Z`);
