import { FILE_TYPES, FILE_MIMES, type FileMime } from '@tinhgon/rules/files/file';
import { fileTypeFromFile } from 'file-type';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { refuse } from '../errors/refusal.ts';
import { inspectPicture } from './picture-size.ts';
import { fetchesTemplate, runsCode } from './word-risks.ts';

/** What a Word file may unpack to, and of how many parts it may be made. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_PARTS = 5_000;
/** Parts that run when the file is opened. */
const RUNS = /(^|\/)(vbaProject\.bin$|vbaData\.xml$|activeX\/)/i;

/** Parts that say what the others are, and where the template is: small ones. */
const CONTENT_TYPES = '[content_types].xml';
const TELLING = new Map([
  [CONTENT_TYPES, runsCode],
  ['word/_rels/settings.xml.rels', fetchesTemplate],
]);
const MAX_TELLING_BYTES = 4 * 1024 * 1024;

/** What a file is by its content. Throws Refusal UNSUPPORTED_FILE for anything but PDF, Word and pictures. */
export async function typeOfFile(path: string): Promise<FileMime> {
  const found = await fileTypeFromFile(path);
  const mime = FILE_MIMES.find((type) => type === found?.mime);
  if (!mime) throw unsupported();
  if (mime === FILE_TYPES.docx) await inspectWord(path);
  if (mime.startsWith('image/')) await inspectPicture(path);
  return mime;
}

/** Throws Refusal: no Word document, one that carries macros or is locked, one that unpacks to too much. */
async function inspectWord(path: string): Promise<void> {
  const names = new Set<string>();
  let unpacked = 0;
  let parts = 0;
  try {
    const zip = await openPromise(path);
    try {
      for await (const entry of zip.eachEntry()) {
        unpacked += entry.uncompressedSize;
        parts += 1;
        if (unpacked > MAX_UNPACKED_BYTES || parts > MAX_PARTS) throw refuse('TOO_LARGE', { field: 'file' });
        if (entry.isEncrypted() || RUNS.test(entry.fileName)) throw unsupported();
        // Of two parts with one name programs read different ones: what is checked would not be what opens.
        const name = entry.fileName.toLowerCase();
        if (names.has(name)) throw unsupported();
        names.add(name);
        const isRisk = TELLING.get(name);
        if (isRisk?.(await textOf(zip, entry))) throw unsupported();
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (isOurs(error)) throw error;
    throw unsupported();
  }
  if (!names.has('word/document.xml') || !names.has(CONTENT_TYPES)) throw unsupported();
}

async function textOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > MAX_TELLING_BYTES) throw unsupported();
  const pieces: Buffer[] = [];
  for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

const unsupported = () => refuse('UNSUPPORTED_FILE', { field: 'file', details: { reason: 'attachment' } });
const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'Refusal';
