import { parseArgs } from 'node:util';
import { DEMO_AGENCIES, DEMO_PEOPLE } from '../../demo/people.ts';
import { Problem } from '../problem.ts';
import { describePerson } from '../words/functions.ts';
import { explain, terminalLanguage } from '../words/terminal.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
if (process.env['OIDC_ISSUER']) {
  console.error(explain(new Problem('ONLY_EMBEDDED_IDENTITY')));
  process.exitCode = 1;
} else if (values.json) {
  console.log(JSON.stringify(DEMO_PEOPLE, null, 2));
} else {
  const language = terminalLanguage();
  const width = Math.max(...DEMO_PEOPLE.map(({ user }) => user.length));
  for (const agency of DEMO_AGENCIES) {
    const people = DEMO_PEOPLE.filter((person) => person.agency === agency.code);
    if (people.length > 0) console.log(`\n${agency[language]}`);
    for (const person of people) {
      console.log(`  ${person.user.padEnd(width)}  ${person.name}: ${describePerson(person, language)}`);
    }
  }
}
