import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The entries of a small zip that hold text, in their order. */
export async function textsIn(zip: Buffer): Promise<{ readonly path: string; readonly text: string }[]> {
  const opened = await fromBufferPromise(zip);
  const entries = [];
  for await (const entry of opened.eachEntry()) {
    entries.push({ path: entry.fileName, text: await text(await opened.openReadStreamPromise(entry)) });
  }
  return entries;
}
