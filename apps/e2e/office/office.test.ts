/** Everything the demonstration can write, opened with LibreOffice. Long: `npm run -s long:office`, no part of `npm test`. */
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { personToken } from '@tinhgon/infra/identity/person-token';
import { REPORT_ANNEXES, reportView, type ReportView } from '@tinhgon/rules/views/report';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Api, apiAs } from '../src/api-client.ts';
import { draw, lettersIn, printed, readAgain, sheetsOf, textOfPdf } from '../src/office.ts';
import { sharedStack } from '../src/running-stack.ts';
import { until } from '../src/until.ts';
import { wordsOf } from '../src/words-of-word.ts';

const READER = 'giam-sat';
const PROGRAMME = '896';
/** The last day of the published year, and the present, with what is at work. */
const DAYS = ['2024-12-31', new Date().toISOString().slice(0, 10)] as const;
const MINUTES = 60_000;

const folder = process.env['OFFICE_DIR'] ?? '';
const drawn: string[] = [];
let api: Api;
let token: string;
beforeAll(async () => {
  api = await apiAs(READER);
  const { oidcIssuer, dataDir } = sharedStack();
  token = await personToken({ issuer: oidcIssuer, dataDir }, READER);
});
afterAll(async () => {
  for (const pdf of drawn) await draw(pdf);
}, 10 * MINUTES);

/** One file of the API, kept under a name in a folder of its own kind. */
async function fetched(path: string, kind: string, name: string): Promise<string> {
  const response = await fetch(`${sharedStack().api}/api/v1${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status, path).toBe(200);
  await mkdir(join(folder, kind), { recursive: true });
  const file = join(folder, kind, name);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  return file;
}

async function made(asAt: string, language: 'vi' | 'en'): Promise<ReportView> {
  const id = randomUUID();
  await api.request('POST', '/reports', { id, programme: PROGRAMME, asAt, language });
  return until(
    `report ${id} is made`,
    async () => {
      const report = reportView.parse(await api.request('GET', `/reports/${id}`));
      return report.state === 'done' ? report : null;
    },
    2 * MINUTES,
  );
}

/** Pictures of more than the first few of a kind nobody looks at. */
const PICTURED = 8;

/** Prints files, keeps what came for pictures, and gives the words of each. */
async function wordsPrinted(files: readonly string[], kind: string): Promise<Map<string, string>> {
  const pdfs = await printed(files, join(folder, kind));
  drawn.push(...[...pdfs.values()].slice(0, PICTURED));
  const words = new Map<string, string>();
  for (const [file, pdf] of pdfs) words.set(file, await textOfPdf(pdf));
  return words;
}

const rowsOf = async (file: string): Promise<string[][]> => parse(await readFile(file), { bom: true });

/** A cell of a CSV file as LibreOffice reads it in the sheet: without the mark against formulas, a share with its sign. */
const plain = (cell: string, isShare: boolean): string => {
  if (/^'[=+\-@\t\r]/.test(cell)) return cell.slice(1);
  return isShare && cell !== '' ? `${cell}%` : cell;
};

const SHARES = ['Tỷ lệ', 'Tỷ lệ tiết kiệm', 'Share', 'Saved'];

/** Rows of a CSV file as the sheet of the same list has them. */
function asSheet([headings = [], ...rows]: string[][]): string[][] {
  const shares = headings.map((one) => SHARES.includes(one));
  return [headings, ...rows.map((row) => row.map((cell, at) => plain(cell, shares[at] ?? false)))];
}

/** Words that are not in a print. At the end of a line its reader drops the hyphen of TT-BTP: both halves are one then. */
function missing(of: ReadonlySet<string>, from: ReadonlySet<string>): string[] {
  const lost = [...of].filter((one) => !from.has(one));
  return lost.filter((one) => ![...from].some((word) => word.startsWith(one) || word.endsWith(one)));
}

describe.each(DAYS)('the report as at %s', (day) => {
  test.each(['vi', 'en'] as const)(
    'in %s says the same in every program',
    async (language) => {
      const totals = await api.totals(PROGRAMME, { asAt: day });
      const report = await made(day, language);
      const kind = `report-${day}-${language}`;
      const files = new Map<string, string>();
      for (const { name, format, annex } of report.files) {
        const file = await fetched(`/reports/${report.id}/files/${encodeURIComponent(name)}`, kind, name);
        files.set(annex ?? (format === 'csv' ? 'notes' : format), file);
      }
      const fileOf = (what: string): string => files.get(what) ?? '';

      // Excel, cell by cell: what LibreOffice reads in each sheet is what the CSV file of that annex holds.
      const sheets = [...(await sheetsOf(fileOf('xlsx'), join(folder, kind, 'sheets')))];
      expect(sheets).toHaveLength(REPORT_ANNEXES.length + 1);
      const annexSheets = sheets.filter(([name]) => /[IVX]$/.test(name)).map(([, rows]) => rows);
      for (const [index, annex] of REPORT_ANNEXES.entries()) {
        const csv = asSheet(await rowsOf(fileOf(annex)));
        expect(
          annexSheets[index]?.map((row) => row.map(String)),
          annex,
        ).toEqual(csv);
      }
      const sum = annexSheets[0]?.at(-1);
      expect([Number(sum?.[2]), Number(sum?.[3])]).toEqual([totals.baseline?.count, totals.simplified]);
      expect(annexSheets[1]).toHaveLength(1 + totals.simplified);

      // Word and Excel printed by LibreOffice, and our own PDF: the sentence, and no word of any annex lost.
      const words = new Map([
        ...(await wordsPrinted([fileOf('docx')], `${kind}/word`)),
        ...(await wordsPrinted([fileOf('xlsx')], `${kind}/excel`)),
      ]);
      drawn.push(fileOf('pdf'));
      words.set(fileOf('pdf'), await textOfPdf(fileOf('pdf')));
      const [, ...notes] = await rowsOf(fileOf('notes'));
      const rows = await Promise.all(REPORT_ANNEXES.map((annex) => rowsOf(fileOf(annex))));
      // A list without lines has no headings on paper.
      const lists = rows.filter((list) => list.length > 1);
      const said = lettersIn([...notes, ...lists.flat()].flat().join(' '));
      const simplified = totals.simplified.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
      for (const [file, text] of words) {
        const lost = missing(said, lettersIn(text));
        expect(lost, file).toEqual([]);
        expect(text, file).toMatch(
          language === 'vi'
            ? `đã đơn giản hóa ${simplified} thủ tục`
            : `${simplified} procedures had been simplified`,
        );
        expect(text, file).not.toContain('\ufffd');
      }
      for (const [index, annex] of REPORT_ANNEXES.entries()) {
        const again = await readAgain(fileOf(annex), join(folder, kind, 'csv'));
        const read = (list: string[][]) => [list.length, lettersIn(list.flat().join(' '))];
        expect(read(again), annex).toEqual(read(rows[index] ?? []));
      }
    },
    10 * MINUTES,
  );
});

const codes = z.object({ items: z.array(z.object({ code: z.string() })) });
const codesOf = async (path: string): Promise<string[]> =>
  codes.parse(await api.request('GET', path)).items.map(({ code }) => code);

test(
  'papers of plans and open documents are printed with all their words',
  async () => {
    const files: string[] = [];
    for (const code of await codesOf('/plans?limit=200'))
      files.push(await fetched(`/plans/${code}/papers/submission.docx`, 'papers', `${code}.docx`));
    for (const code of await codesOf('/documents?phase=open&limit=200')) {
      for (const paper of ['announcement-decision', 'consultation-notice'])
        files.push(
          await fetched(`/documents/${code}/papers/${paper}.docx`, 'papers', `${code}-${paper}.docx`),
        );
    }
    expect(files.length).toBeGreaterThan(10);
    for (const [file, text] of await wordsPrinted(files, 'papers/pdf'))
      expect(missing(lettersIn(await wordsOf(file)), lettersIn(text)), file).toEqual([]);
  },
  20 * MINUTES,
);

test.each(['vi', 'en'])(
  'lists taken away in %s are the same in Excel and CSV',
  async (lang) => {
    const campaigns = await codesOf('/campaigns?limit=50');
    expect(campaigns.length).toBeGreaterThan(0);
    const lists = ['/bottlenecks/export', ...campaigns.map((code) => `/campaigns/${code}/export`)];
    for (const [index, list] of lists.entries()) {
      const kind = `list-${index}-${lang}`;
      const [xlsx, csv] = await Promise.all(
        ['xlsx', 'csv'].map((format) =>
          fetched(`${list}?format=${format}&lang=${lang}`, kind, `list-${lang}.${format}`),
        ),
      );
      const [sheet] = (await sheetsOf(xlsx ?? '', join(folder, kind, 'sheets'))).values();
      const rows = await rowsOf(csv ?? '');
      expect(rows.length, list).toBeGreaterThan(1);
      expect(sheet, list).toEqual(asSheet(rows));
      for (const text of (await wordsPrinted([xlsx ?? ''], `${kind}/excel`)).values()) {
        expect(missing(lettersIn(rows.flat().join(' ')), lettersIn(text)), list).toEqual([]);
      }
    }
  },
  10 * MINUTES,
);
