import { FILE_TYPES, FILE_MIMES, type FileMime } from '@tinhgon/rules/files/file';
import { fileTypeFromFile } from 'file-type';
import { openPromise } from 'yauzl';
import { refuse } from '../errors/refusal.ts';

/** What a Word file may unpack to, and of how many parts it may be made. */
const MAX_UNPACKED_BYTES = 256 * 1024 * 1024;
const MAX_PARTS = 5_000;
/** Parts that run when the file is opened. */
const RUNS = /(^|\/)(vbaProject\.bin|vbaData\.xml|activeX\/.*)$/i;

/** What a file is by its content. Throws Refusal UNSUPPORTED_FILE for anything but PDF, Word and pictures. */
export async function typeOfFile(path: string): Promise<FileMime> {
  const found = await fileTypeFromFile(path);
  const mime = FILE_MIMES.find((type) => type === found?.mime);
  if (!mime) throw unsupported();
  if (mime === FILE_TYPES.docx) await inspectWord(path);
  return mime;
}

/** Throws Refusal: no Word document, one that carries macros or is locked, one that unpacks to too much. */
async function inspectWord(path: string): Promise<void> {
  const names = new Set<string>();
  let unpacked = 0;
  try {
    const zip = await openPromise(path);
    try {
      for await (const entry of zip.eachEntry()) {
        names.add(entry.fileName);
        unpacked += entry.uncompressedSize;
        if (unpacked > MAX_UNPACKED_BYTES || names.size > MAX_PARTS)
          throw refuse('TOO_LARGE', { field: 'file' });
        if (entry.isEncrypted() || RUNS.test(entry.fileName)) throw unsupported();
      }
    } finally {
      zip.close();
    }
  } catch (error) {
    if (isOurs(error)) throw error;
    throw unsupported();
  }
  if (!names.has('word/document.xml') || !names.has('[Content_Types].xml')) throw unsupported();
}

const unsupported = () => refuse('UNSUPPORTED_FILE', { field: 'file', details: { reason: 'attachment' } });
const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'Refusal';
