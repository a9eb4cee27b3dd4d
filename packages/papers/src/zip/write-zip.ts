import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface ZipEntry {
  readonly path: string;
  /** Begun when the entries before it are written. */
  readonly text: () => Iterable<string> | AsyncIterable<string>;
}

/** Said in the day of wherever this runs, as the library reads it: the first moment a zip can name. */
const MTIME = new Date(1980, 0, 1);
const PIECE = 65_536;

/** Entries one after the other into a zip, in pieces as they are written; of the same entries the same bytes. */
export function zipOf(entries: readonly ZipEntry[]): AsyncIterable<Buffer> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  for (const { path, text } of entries) {
    zip.addReadStreamLazy(path, { mtime: MTIME, forceDosTimestamp: true }, (begin) => {
      const pieces = Readable.from(inPieces(text), { objectMode: false });
      // The library does not pass on what an entry's own stream fails with.
      pieces.once('error', (error) => out.destroy(error));
      begin(null, pieces);
    });
  }
  zip.end();
  return out;
}

/** The same text in longer pieces: a step of the zip costs more than a line. */
async function* inPieces(text: ZipEntry['text']): AsyncGenerator<string> {
  let piece = '';
  for await (const part of text()) {
    piece += part;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
