import { parseArgs } from 'node:util';
import { personToken } from '../identity/person-token.ts';
import { Problem } from '../problem.ts';
import { openRecord } from '../stack/record.ts';
import { readSettings } from '../stack/settings.ts';
import { explain } from '../words/terminal.ts';

try {
  const { values } = parseArgs({ options: { as: { type: 'string' } } });
  if (values.as === undefined) throw new Problem('NO_PERSON_NAMED');
  const settings = readSettings(process.env);
  if (settings.OIDC_ISSUER !== undefined) throw new Problem('ONLY_EMBEDDED_IDENTITY');
  const addresses = openRecord(settings.DATA_DIR).readAddresses();
  if (addresses === undefined) throw new Problem('NOT_RUNNING');
  const token = await personToken({ issuer: addresses.oidcIssuer, dataDir: settings.DATA_DIR }, values.as);
  process.stdout.write(`${token}\n`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
