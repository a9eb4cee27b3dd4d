import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The words of a Word file's document part. */
export async function wordsOf(path: string): Promise<string> {
  const zip = await fromBufferPromise(await readFile(path));
  let xml = '';
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    xml = await text(await zip.openReadStreamPromise(entry));
  }
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]*>/g, '');
}
