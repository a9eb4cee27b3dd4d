import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runProgram } from '@tinhgon/infra/process/run-program';
import { parse } from 'csv-parse/sync';

const TIMEOUT_MS = 600_000;
/** Commas, quotation marks, UTF-8. */
const FIELDS = 'Text - txt - csv (StarCalc):44,34,76,1';
/** Values as they are rather than as shown, a file for every sheet. */
const SHEETS = `csv:${FIELDS},,0,false,false,false,false,false,-1`;

/** Opens files with LibreOffice and saves each as another kind beside them. Throws Error when one could not be opened. */
async function convert(
  files: readonly string[],
  to: string,
  folder: string,
  from: readonly string[] = [],
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const profile = await mkdtemp(join(tmpdir(), 'tinhgon-soffice-'));
  const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  const options = [own, '--headless', '--norestore', ...from, '--convert-to', to, '--outdir', folder];
  const { code, stdout, stderr } = await runProgram('soffice', [...options, ...files], {}, TIMEOUT_MS);
  await rm(profile, { recursive: true, force: true });
  if (code !== 0 || stderr.includes('Error')) throw new Error(`soffice: ${code} ${stdout} ${stderr}`);
}

const nameOf = (file: string): string => basename(file, extname(file));

/** Of more files at once the program leaves some out, and says nothing. */
const AT_ONCE = 50;

/** Each file as LibreOffice prints it, by the file's own name. */
export async function printed(files: readonly string[], folder: string): Promise<Map<string, string>> {
  for (let from = 0; from < files.length; from += AT_ONCE)
    await convert(files.slice(from, from + AT_ONCE), 'pdf', folder);
  return new Map(files.map((file) => [file, join(folder, `${nameOf(file)}.pdf`)]));
}

/** The sheets of a workbook as LibreOffice reads them, in their order. */
export async function sheetsOf(workbook: string, folder: string): Promise<Map<string, string[][]>> {
  await convert([workbook], SHEETS, folder);
  const sheets = new Map<string, string[][]>();
  for (const file of await readdir(folder)) {
    if (!file.startsWith(`${nameOf(workbook)}-`) || extname(file) !== '.csv') continue;
    const name = file.slice(nameOf(workbook).length + 1, -'.csv'.length);
    sheets.set(name, parse(await readFile(join(folder, file)), { bom: true, relax_column_count: true }));
  }
  return sheets;
}

/** A CSV file as LibreOffice reads it and writes it again. */
export async function readAgain(csv: string, folder: string): Promise<string[][]> {
  await convert([csv], `csv:${FIELDS}`, folder, [`--infilter=${FIELDS}`]);
  return parse(await readFile(join(folder, basename(csv))), { bom: true, relax_column_count: true });
}

/** The words of a PDF, all white space one space. */
export async function textOfPdf(file: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram('pdftotext', [file, '-'], {}, TIMEOUT_MS);
  if (code !== 0) throw new Error(`pdftotext: ${stderr}`);
  return stdout.normalize('NFC').replaceAll(/\s+/g, ' ');
}

/** Pictures of the first pages of a PDF, beside it. */
export async function draw(file: string): Promise<void> {
  const name = join(file, '..', nameOf(file));
  await runProgram('pdftoppm', ['-r', '60', '-l', '12', '-png', file, name], {}, TIMEOUT_MS);
}

/** Runs of letters: what is left of a text when lines, cells and numbers are laid out in another way. */
export const lettersIn = (text: string): Set<string> => new Set(text.normalize('NFC').match(/\p{L}+/gu));
