import { dayOf, type LegalDate } from '@tinhgon/rules/day';
import type { NotificationView } from '@tinhgon/rules/views/notification';
import { fill } from '@tinhgon/workflows/words';
import { type MailLanguage, type MailWords, mailWords } from './words.ts';

interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An e-mail about one or many reminders: what it is, what is to be done until when, where. No names of people. */
export function renderMail(
  items: readonly NotificationView[],
  { language, publicUrl, today, ownSteps }: RenderOptions,
): Rendered {
  const official = mailWords(language);
  const words = { ...official, step: { ...official.step, ...ownSteps } };
  const { mail } = words;
  const parts = items.map((item) => ({
    kind: mail.kind[item.kind],
    title: item.title,
    lines: linesOf(words, item),
    link: linkTo(item, publicUrl),
  }));
  const [first] = parts;
  const subject =
    first && parts.length === 1
      ? fill(mail.subjectOne, { kind: first.kind, title: shortened(first.title) })
      : fill(mail.subjectMany, { count: parts.length, day: words.day(today) });
  const intro = parts.length === 1 ? mail.introOne : fill(mail.intro, { count: parts.length });
  const preferences = `${publicUrl}/me/preferences`;
  const text = [
    intro,
    ...parts.map((part) => [`${part.kind}: ${part.title}`, ...part.lines, part.link].join('\n')),
    `${mail.why}\n${preferences}`,
  ].join('\n\n');
  const html = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escape(subject)}</title></head>`,
    '<body style="font-family:sans-serif;line-height:1.5;color:#16191d">',
    `<p>${escape(intro)}</p><ul>`,
    ...parts.map(
      (part) =>
        `<li style="margin-bottom:12px"><strong>${escape(part.kind)}: ${escape(part.title)}</strong><br>` +
        `${part.lines.map((line) => escape(line).replaceAll('\n', '<br>')).join('<br>')}<br><a href="${escape(part.link)}">${escape(mail.open)}</a></li>`,
    ),
    `</ul><p style="color:#59616b">${escape(mail.why)} <a href="${escape(preferences)}">${escape(preferences)}</a></p>`,
    '</body></html>',
  ].join('\n');
  return { subject, text: `${text}\n`, html };
}

interface RenderOptions {
  readonly language: MailLanguage;
  readonly publicUrl: string;
  readonly today: LegalDate;
  /** What the checks people added to chains are called. */
  readonly ownSteps?: Readonly<Record<string, string>>;
}

/** What it is about, why, and by when. */
function linesOf(words: MailWords, item: NotificationView): string[] {
  const { code, step, subject, text, voided } = item;
  const about = step === null ? code : fill(words.mail.line, { step: words.step[step] ?? step, code });
  // A webhook has no code that people know.
  const known = subject === 'webhook' ? [] : [about];
  return [...known, ...(text === null ? [] : [text]), ...fellLines(words, voided), ...dueLine(words, item)];
}

/** Which approval fell, and what was changed in each procedure. */
function fellLines({ mail, field, day }: MailWords, voided: NotificationView['voided']): string[] {
  if (voided === null) return [];
  const named = (fields: readonly string[]) => fields.map((one) => field[one] ?? one).join(', ');
  // A document names the measures that changed, a plan what changed in each.
  const all = voided.procedures.flatMap(({ fields }) => (fields.length > 0 ? fields : ['measure']));
  const fields = named([...new Set([...voided.fields, ...all])]);
  return [
    fill(mail.fell, { day: day(dayOf(voided.at)), fields }),
    ...voided.procedures.map(({ code, name, fields: own }) =>
      [`- ${code} ${name.vi}`, ...(own.length > 0 ? [named(own)] : [])].join(': '),
    ),
  ];
}

function dueLine({ mail, day }: MailWords, { dueOn, daysLate, daysLeft }: NotificationView): string[] {
  if (dueOn === null) return [];
  return [dueWords(mail, { day: day(dueOn), daysLate, daysLeft })];
}

function dueWords(
  mail: MailWords['mail'],
  { day, daysLate, daysLeft }: { readonly day: string } & Pick<NotificationView, 'daysLate' | 'daysLeft'>,
): string {
  const facts = { day, count: daysLate || (daysLeft ?? 0) };
  if (daysLate > 0) return fill(daysLate === 1 ? mail.lateOne : mail.late, facts);
  if (daysLeft === null) return fill(mail.due, facts);
  if (daysLeft === 0) return fill(mail.today, facts);
  return fill(daysLeft === 1 ? mail.leftOne : mail.left, facts);
}

/** Those a step waits for decide in their inbox; a leader it was escalated to reads how it stands. */
function linkTo({ kind, subject, code, step }: NotificationView, publicUrl: string): string {
  if (kind === 'escalated' || kind === 'approval-voided' || subject === 'campaign' || subject === 'webhook')
    return `${publicUrl}/${subject}s/${encodeURIComponent(code)}`;
  return `${publicUrl}/inbox?item=${encodeURIComponent(`${subject}/${code}/${step}`)}`;
}

const LONGEST_TITLE = 120;
const shortened = (title: string): string => {
  const line = title.replaceAll(/\s+/g, ' ');
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1)}…` : line;
};

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
