import { createHash, randomUUID } from 'node:crypto';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { expect } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { read, today } from './acting.ts';
import type { Answer, Player, World } from './world.ts';

/** Asks for a report and waits until it is made. */
export async function made(world: World, player: Player, change: object = {}): Promise<Answer['body']> {
  const id = randomUUID();
  const { status, body } = await world.call(player, 'POST', '/reports', {
    id,
    programme: world.programme,
    asAt: today(),
    ...change,
  });
  expect([status, body.state]).toEqual([201, 'waiting']);
  const report = () => read(world, player, `/reports/${id}`);
  await expect.poll(async () => (await report()).state, { timeout: 40_000 }).toBe('done');
  return report();
}

/** The bytes of one of its files, as a stranger gets them, held against what the report says of it. */
export async function fileOf(
  world: World,
  report: Answer['body'],
  format: string,
  annex: string | null = null,
): Promise<Buffer> {
  const file = report.files.find((one: Answer['body']) => one.format === format && one.annex === annex);
  const response = await fetch(`${world.url}/api/v1/reports/${report.id}/files/${file.name}`, {
    headers: { authorization: `Bearer ${await world.token('stranger')}` },
  });
  expect(response.status).toBe(200);
  const data = Buffer.from(await response.arrayBuffer());
  expect(data.length).toBe(file.bytes);
  expect(`sha256-${createHash('sha256').update(data).digest('hex')}`).toBe(file.sha256);
  return data;
}

export async function xmlOf(docx: Buffer): Promise<string> {
  const zip = await fromBufferPromise(docx);
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'word/document.xml') continue;
    const pieces: Buffer[] = [];
    for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece as Buffer);
    return Buffer.concat(pieces).toString('utf8');
  }
  throw new Error('no text in the file');
}

export const textOf = (xml: string): string =>
  xml
    .replaceAll('</w:p>', ' ')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('\u00a0', ' ');

export async function wordsOfPdf(data: Buffer) {
  const task = getDocument({ data: new Uint8Array(data), verbosity: 0 });
  const pdf = await task.promise;
  let words = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    words += items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : '')).join('');
  }
  const { markInfo, metadata } = { markInfo: await pdf.getMarkInfo(), metadata: await pdf.getMetadata() };
  await task.destroy();
  return { words: words.replaceAll(/\s+/g, ' '), markInfo, metadata };
}
