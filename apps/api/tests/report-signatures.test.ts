import { createHash, randomUUID } from 'node:crypto';
import { rebuild } from '@tinhgon/database';
import { sweepFiles } from '@tinhgon/database/files/uploads';
import { addDays } from '@tinhgon/rules/day';
import { samplePng } from '@tinhgon/test-kit/sample-files';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read, today } from './acting.ts';
import { fileOf, made as madeIn } from './report-files.ts';
import { answerOf, type Answer, openWorld, type Player, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  // Without a baseline there is no line of sums.
  await world.call('office', 'POST', `/programmes/${world.programme}/baseline-proposals`, {
    id: randomUUID(),
    date: '2021-01-01',
    reason: 'Danh mục ban đầu',
    members: { all: world.procedures },
  });
});
afterAll(() => world?.stop());

const made = (asAt: string) => madeIn(world, 'office', { asAt });

async function giveBack(
  player: Player,
  report: Answer['body'],
  bytes: Buffer,
  fields: object = {},
  name = 'Báo cáo đã ký.docx',
): Promise<Answer> {
  const form = new FormData();
  for (const [key, value] of Object.entries({ number: '12/BC-BTP', signedOn: today(), ...fields })) {
    form.append(key, String(value));
  }
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers = { authorization: `Bearer ${await world.token(player)}` };
  const address = `${world.url}/api/v1/reports/${report.id}/signatures/file`;
  return answerOf(await fetch(address, { method: 'POST', headers, body: form }));
}

const newest = async (report: Answer['body']) =>
  (await read(world, 'lan', `/reports/${report.id}`)).signatures[0];
const compared = async (report: Answer['body']) => {
  const comparison = async () => (await newest(report)).file.comparison;
  await expect.poll(async () => (await comparison()).outcome, { timeout: 30_000 }).not.toBe('waiting');
  return comparison();
};
const takeBack = (report: Answer['body'], version: number, reason = 'Nhầm tệp', player: Player = 'office') =>
  world.call(player, 'POST', `/reports/${report.id}/signatures/${version}/take-back`, { reason });

/** A Word file that says the same in other bytes: a zip with a comment behind it. */
function withComment(docx: Buffer): Buffer {
  const comment = Buffer.from('signed');
  const copy = Buffer.from(docx);
  copy.writeUInt16LE(comment.length, copy.length - 2);
  return Buffer.concat([copy, comment]);
}

describe('a signed report', () => {
  test('is kept beside what was signed, held against it, taken back with a reason, and in the record', async () => {
    const report = await made(today());
    const docx = await fileOf(world, report, 'docx');
    const copy = withComment(docx);
    expect(await giveBack('office', report, docx)).toMatchObject({
      status: 400,
      body: { error: { code: 'INVALID_INPUT', field: 'file', details: { reason: 'unsigned' } } },
    });
    expect(await giveBack('office', report, copy)).toMatchObject({ status: 201, body: { version: 1 } });
    // Sent again, it is the same signature; another one has to wait until it is taken back.
    expect(await giveBack('office', report, copy)).toMatchObject({ status: 201, body: { version: 1 } });
    const other = { number: '13/BC-BTP', signedOn: today() };
    const letter = () => world.call('office', 'POST', `/reports/${report.id}/signatures`, other);
    expect(await letter()).toMatchObject({ status: 409, body: { error: { code: 'ALREADY_SIGNED' } } });
    expect(await compared(report)).toEqual({ outcome: 'same', missing: [] });
    const sha256 = createHash('sha256').update(copy).digest('hex');
    const signed = (format: string) => report.files.find((one: Answer['body']) => one.format === format);
    expect(await newest(report)).toMatchObject({
      version: 1,
      number: '12/BC-BTP',
      signedOn: today(),
      file: { name: 'Báo cáo đã ký.docx', bytes: copy.length, sha256 },
      originals: [
        { format: 'docx', sha256: signed('docx').sha256 },
        { format: 'pdf', sha256: signed('pdf').sha256 },
      ],
      by: 'Người office',
      takenBack: null,
    });
    const path = `/reports/${report.id}/signatures/1/file`;
    const got = await fetch(`${world.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${await world.token('stranger')}` },
    });
    expect(got.headers.get('etag')).toBe(`"${sha256}"`);
    expect(Buffer.from(await got.arrayBuffer()).equals(copy)).toBe(true);
    expect((await world.call(null, 'GET', path)).status).toBe(401);

    expect(await takeBack(report, 1, '')).toMatchObject({
      status: 422,
      body: { error: { field: 'reason' } },
    });
    expect(await takeBack(report, 2)).toMatchObject({ status: 404 });
    expect(await takeBack(report, 1)).toMatchObject({ status: 200 });
    expect(await takeBack(report, 1)).toMatchObject({ body: { error: { code: 'ALREADY_RECORDED' } } });
    expect(await letter()).toMatchObject({ status: 201, body: { version: 2 } });
    expect(await takeBack(report, 1)).toMatchObject({ body: { error: { code: 'STALE_VERSION' } } });
    const { signatures } = await read(world, 'lan', `/reports/${report.id}`);
    expect(signatures).toMatchObject([
      { version: 2, number: '13/BC-BTP', file: null, takenBack: null },
      { version: 1, takenBack: { reason: 'Nhầm tệp', by: 'Người office' } },
    ]);

    // The rows are a function of the events, and the copy stays as long as an event names it.
    await rebuild(world.app.db);
    expect((await read(world, 'lan', `/reports/${report.id}`)).signatures).toEqual(signatures);
    await sweepFiles(world.app.db, `${addDays(today(), 3)}T00:00:00.000Z`);
    expect((await world.call('lan', 'GET', path)).status).toBe(200);
    const { items } = await read(world, 'auditor', '/events?after=0&limit=1000');
    const types = items
      .filter(({ subject }: Answer['body']) => subject === `report/${report.id}`)
      .map(({ type }: Answer['body']) => type);
    expect(types).toEqual(['reportSigned', 'reportSignatureTakenBack', 'reportSigned']);
  });

  test('says which lines of figures are others, compares PDF by its words, and says what a scan cannot tell', async () => {
    const report = await made(today());
    const past = await made('2024-06-30');
    // The file of another day, word for word, though its bytes lie there unread already.
    expect((await giveBack('office', report, await fileOf(world, past, 'docx'))).status).toBe(201);
    const wrong = await compared(report);
    expect(wrong.outcome).toBe('differs');
    expect(wrong.missing[0]).toContain(`Tính đến ${today().split('-').toReversed().join('/')}`);
    expect(await takeBack(report, 1)).toMatchObject({ status: 200 });

    const pdf = Buffer.concat([await fileOf(world, report, 'pdf'), Buffer.from('\n% signed\n')]);
    expect(await giveBack('office', report, pdf, {}, 'bao-cao.pdf')).toMatchObject({
      status: 201,
      body: { version: 2 },
    });
    expect(await compared(report)).toEqual({ outcome: 'same', missing: [] });
    expect((await takeBack(report, 2)).status).toBe(200);

    expect((await giveBack('office', report, samplePng(), {}, 'quét.png')).status).toBe(201);
    expect(await compared(report)).toEqual({ outcome: 'none', missing: [] });
    expect((await takeBack(report, 3)).status).toBe(200);

    const { db } = world.app;
    await db.updateTable('report').set({ figures: 'null' }).where('id', '=', report.id).execute();
    await db.deleteFrom('signed_copy_check').where('report', '=', report.id).execute();
    expect((await giveBack('office', report, pdf)).status).toBe(201);
    expect(await compared(report)).toEqual({ outcome: 'unknown', missing: [] });
  });

  test('is refused with the field: a day to come or before the report, no number, no file, a file of another kind', async () => {
    const report = await made('2025-06-30');
    const pdf = await fileOf(world, report, 'pdf');
    const refused = async (fields: object, bytes = pdf) => {
      const { body } = await giveBack('office', report, bytes, fields);
      return [body.error.code, body.error.field];
    };
    expect(await refused({ signedOn: addDays(today(), 1) })).toEqual(['DATE_IN_FUTURE', 'signedOn']);
    expect(await refused({ signedOn: '2025-06-29' })).toEqual(['DATE_ORDER', 'signedOn']);
    expect(await refused({ number: ' ' })).toEqual(['INVALID_INPUT', 'number']);
    expect(await refused({ what: 'else' })).toEqual(['INVALID_INPUT', 'what']);
    expect(await refused({}, Buffer.alloc(0))).toEqual(['INVALID_INPUT', 'file']);
    expect(await refused({}, Buffer.from('chữ'))).toEqual(['UNSUPPORTED_FILE', 'file']);
    expect((await giveBack('lan', report, pdf)).body.error.code).toBe('FORBIDDEN');
    expect((await read(world, 'lan', `/reports/${report.id}`)).signatures).toEqual([]);
  });
});
