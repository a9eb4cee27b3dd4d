import { Problem } from '../problem.ts';
import { findProgram, isExecutable } from '../process/find-program.ts';
import { installDebianPackages } from '../process/install-debian-packages.ts';
import { downloadBrowser } from './download-browser.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Program of a browser that tests can drive: CHROMIUM_PATH, the machine's own, Playwright's download, Debian's package.
 * Throws Problem NO_BROWSER.
 */
export async function findBrowser(log: (line: string) => void = () => {}): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && isExecutable(named)) return named;
  const installed =
    USUAL_PLACES.find(isExecutable) ?? findProgram('chromium') ?? (await downloadBrowser(log));
  if (installed !== undefined) return installed;
  await installDebianPackages(['chromium'], log);
  const fromPackage = USUAL_PLACES.find(isExecutable);
  if (fromPackage === undefined) throw new Problem('NO_BROWSER');
  return fromPackage;
}
