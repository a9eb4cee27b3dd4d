import { createHash } from 'node:crypto';
import { DEMO_AGENCIES, DEMO_PEOPLE, type DemoPerson } from '../../demo/people.ts';
import { describePerson, type Language } from '../words/functions.ts';
import { SIGN_IN_WORDS } from '../words/sign-in.ts';
import { STYLE } from './style.ts';

/** Page with everybody of the demonstration; each name is a button that signs in. Needs no JavaScript. */
export function choosePersonPage(interaction: string, language: Language): string {
  const words = SIGN_IN_WORDS[language];
  const other = language === 'vi' ? 'en' : 'vi';
  const groups = DEMO_AGENCIES.map((agency) => {
    const people = DEMO_PEOPLE.filter((person) => person.agency === agency.code);
    if (people.length === 0) return '';
    const id = `agency-${agency.code}`;
    const items = people.map((person) => `<li>${personButton(person, language)}</li>`).join('');
    return `<section aria-labelledby="${id}"><h2 id="${id}">${escape(agency[language])}</h2><ul>${items}</ul></section>`;
  }).join('');
  const main = `<h1>${escape(words.title)}</h1><p class="notice">${escape(words.notice)}</p>
<form method="post" action="/interaction/${escape(interaction)}"><div class="groups">${groups}</div></form>`;
  const switcher = `<a href="?lang=${other}" lang="${other}" hreflang="${other}">${escape(words.otherLanguage)}</a>`;
  return page(language, words.title, main, switcher);
}

/** One short message with an optional button or link below it. */
export function messagePage(language: Language, title: string, text: string, below = ''): string {
  return page(language, title, `<h1>${escape(title)}</h1><p>${escape(text)}</p>${below}`, '');
}

/** Asks before the provider's own session ends; `form` is the provider's hidden form named `op.logoutForm`. */
export function signOutPage(language: Language, form: string): string {
  const words = SIGN_IN_WORDS[language];
  const button = `<p><button class="go" form="op.logoutForm" name="logout" value="yes" autofocus>${escape(words.signOut)}</button></p>`;
  return page(language, words.signOutTitle, `<h1>${escape(words.signOutTitle)}</h1>${form}${button}`, '');
}

/** What the pages may load and where their forms may lead: to us, and from us on to who signs people in here. */
export function contentPolicy(origins: readonly string[]): string {
  const style = createHash('sha256').update(STYLE).digest('base64');
  return `default-src 'none'; style-src 'sha256-${style}'; font-src 'self'; form-action 'self' ${origins.join(' ')}; frame-ancestors 'none'; base-uri 'none'`;
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

function personButton(person: DemoPerson, language: Language): string {
  return `<button name="person" value="${escape(person.user)}"><b>${escape(person.name)}</b><span>${escape(describePerson(person, language))}</span></button>`;
}

function page(language: Language, title: string, main: string, aside: string): string {
  const { product } = SIGN_IN_WORDS[language];
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escape(title)} · ${product}</title><style>${STYLE}</style></head>
<body><header><b>${product}</b>${aside}</header><main>${main}</main></body></html>`;
}
