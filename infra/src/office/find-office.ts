import { Problem } from '../problem.ts';
import { findProgram } from '../process/find-program.ts';
import { installDebianPackages } from '../process/install-debian-packages.ts';

const NEEDED = ['soffice', 'pdftotext', 'pdftoppm'];
/** Debian splits LibreOffice: with one half alone `soffice` starts and cannot open the other's files. */
const HALVES = ['lowriter', 'localc'];
const PACKAGES = ['libreoffice-writer', 'libreoffice-calc', 'poppler-utils', 'fonts-liberation2'];

/** LibreOffice and what reads the PDFs it writes, on PATH: the machine's own, else Debian's packages. Throws Problem NO_OFFICE. */
export async function findOffice(log: (line: string) => void = () => {}): Promise<void> {
  if ([...NEEDED, ...HALVES].some((name) => findProgram(name) === undefined)) {
    await installDebianPackages(PACKAGES, log);
  }
  const missing = NEEDED.filter((name) => findProgram(name) === undefined);
  if (missing.length > 0) throw new Problem('NO_OFFICE', { missing: missing.join(', ') });
}
