/**
 * What a report's files cost at length: bytes, seconds, and the most memory the process that makes one had resident, each
 * in a process of its own, beside plain CSV of the same lines written without any library.
 *
 *   node infra/bench/reports/main.ts [lines, 100000]
 *
 * Measures a tenth of the lines and all of them. Then fills a PostgreSQL of its own with as many procedures and makes
 * the whole report from it, all files, as the worker does; and once more with as many late documents.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDatabase } from '@tinhgon/database/create-database';
import { migrate } from '@tinhgon/database/migrate';
import { currentCalendar } from '@tinhgon/database/queries/terms/calendars';
import { csvOf, notesCsvOf } from '@tinhgon/papers/report/csv';
import { excelOf } from '@tinhgon/papers/report/excel';
import { pdfOf } from '@tinhgon/papers/report/pdf';
import { readReport } from '@tinhgon/papers/report/read-report';
import type { Report } from '@tinhgon/papers/report/report';
import { templateOf } from '@tinhgon/papers/report/template';
import { MOST_LINES, wordOf } from '@tinhgon/papers/report/word';
import { z } from 'zod';
import { startPostgres } from '../../src/postgres/start-postgres.ts';
import { generate, PROGRAMME } from '../reads/generate.ts';
import { lateDocuments } from './late-documents.ts';
import { longReport } from './long-report.ts';

const FORMATS = ['plain CSV', 'CSV', 'Excel', 'Word', 'PDF'] as const;
type Format = (typeof FORMATS)[number];
const WHOLE = 'whole report';
const MB = 1_048_576;

interface Cost {
  readonly bytes: number;
  readonly seconds: number;
  readonly beganMb: number;
  readonly mostMb: number;
}

const made = z.tuple([z.literal('make'), z.enum([...FORMATS, WHOLE]), z.string()]);
const asked = made.safeParse(process.argv.slice(2));
if (asked.success) process.send?.(await make(asked.data[1], asked.data[2]));
else
  await measureAll(z.coerce.number().int().min(1_000).max(1_000_000).default(100_000).parse(process.argv[2]));

async function measureAll(most: number): Promise<void> {
  for (const lines of [most / 10, most]) {
    const rows: Record<string, object> = {};
    let plain: Cost | undefined;
    for (const format of FORMATS) {
      const cost = await inProcess(format, String(lines));
      plain ??= cost;
      const listed = format === 'Word' || format === 'PDF' ? Math.min(lines, MOST_LINES) : lines;
      rows[lines > listed ? `${format}, list left out` : format] = shown(cost, plain);
    }
    // The longest list that stands in signed papers.
    for (const format of ['Word', 'PDF'] as const) {
      if (lines === most) continue;
      rows[`${format}, ${MOST_LINES} lines`] = shown(await inProcess(format, String(MOST_LINES)), plain);
    }
    console.log(`${lines} lines`);
    console.table(rows);
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'tinhgon-reports-'));
  const postgres = await startPostgres({ dataDir });
  try {
    const db = createDatabase(postgres.url);
    await migrate(db);
    await generate(db, most);
    console.log(`${most} procedures, all files of the report`);
    console.table({ [WHOLE]: shown(await inProcess(WHOLE, postgres.url), undefined) });
    await lateDocuments(db, most);
    await db.destroy();
    console.log('as many late documents besides');
    console.table({ [WHOLE]: shown(await inProcess(WHOLE, postgres.url), undefined) });
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function shown({ bytes, seconds, beganMb, mostMb }: Cost, plain: Cost | undefined): object {
  return {
    MB: Math.round((bytes / MB) * 10) / 10,
    seconds: Math.round(seconds * 10) / 10,
    ...(plain ? { 'times plain CSV': Math.round((seconds / plain.seconds) * 10) / 10 } : {}),
    'began with MB': Math.round(beganMb),
    'at most MB': Math.round(mostMb),
  };
}

async function inProcess(what: Format | typeof WHOLE, of: string): Promise<Cost> {
  const child = fork(import.meta.filename, ['make', what, of]);
  const [cost] = (await once(child, 'message')) as [Cost];
  await once(child, 'exit');
  return cost;
}

/** In a process of its own: the system's own high-water mark is that of this one thing. */
async function make(what: Format | typeof WHOLE, of: string): Promise<Cost> {
  const mostMb = () => process.resourceUsage().maxRSS / 1_024;
  const beganMb = mostMb();
  const folder = mkdtempSync(join(tmpdir(), 'tinhgon-reports-'));
  const start = performance.now();
  let bytes = 0;
  try {
    const files = what === WHOLE ? filesOf(of) : [pieces(what, longReport(Number(of)))];
    for await (const file of files) {
      const counted = async function* () {
        for await (const piece of file) {
          bytes += piece.length;
          yield piece;
        }
      };
      await pipeline(Readable.from(counted()), createWriteStream(join(folder, 'file')));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { bytes, seconds: (performance.now() - start) / 1_000, beganMb, mostMb: mostMb() };
}

function pieces(format: Format, report: Report): AsyncIterable<Buffer> {
  const [table] = report.tables;
  if (!table) throw new RangeError('no table');
  switch (format) {
    case 'plain CSV':
      return plainCsv(table);
    case 'CSV':
      return csvOf(table);
    case 'Excel':
      return excelOf(report);
    case 'Word':
      return wordOf(report);
    case 'PDF':
      return pdfOf(report);
  }
}

/** The least there is to do. */
async function* plainCsv({ rows }: Report['tables'][number]): AsyncGenerator<Buffer> {
  for await (const row of rows()) {
    const cells = row.map((cell) => (typeof cell === 'object' ? '' : cell));
    yield Buffer.from(`${cells.join(',')}\r\n`);
  }
}

/** All files of a report, one after the other, as the worker makes them. */
async function* filesOf(databaseUrl: string): AsyncGenerator<AsyncIterable<Buffer>> {
  const db = createDatabase(databaseUrl, { maxConnections: 2 });
  try {
    const template = await templateOf(db, PROGRAMME, 'vi', 1);
    const asked = { programme: PROGRAMME, asAt: '2026-06-30', knownAt: '2026-07-01T00:00:00.000Z' };
    const calendar = await currentCalendar(db);
    const read =
      template && (await readReport(db, { ...asked, language: 'vi', calendar, template, evaluation: true }));
    if (!read) throw new RangeError('nothing to report');
    const { report } = read;
    for (const table of report.tables) yield csvOf(table);
    yield notesCsvOf(report);
    for (const format of ['Excel', 'Word', 'PDF'] as const) yield pieces(format, report);
  } finally {
    await db.destroy();
  }
}
