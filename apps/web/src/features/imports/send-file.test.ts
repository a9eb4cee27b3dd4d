import { expect, it } from 'vitest';
import { importResult } from '@tinhgon/rules/views/import';
import { read as readAs } from './send-file.ts';

const read = (text: string) => readAs(text, importResult);

it('reads a result, a refusal, and an answer that is neither', () => {
  const result = {
    kind: 'procedures',
    dryRun: true,
    rows: 1,
    added: 1,
    changed: 0,
    unchanged: 0,
    problems: [],
    toStart: 0,
  };
  const lines = [{ done: 1, of: 2 }, { done: 2, of: 2 }, { result }];
  expect(read(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))).toEqual({ ok: true, result });
  const error = { code: 'TOO_LARGE', message: 'Tệp quá lớn', logId: 'x1' };
  expect(read(JSON.stringify({ error }))).toEqual({ ok: false, failure: error });
  expect(read(`{"done":1,"of":2}\n${JSON.stringify({ error })}\n`)).toEqual({ ok: false, failure: error });
  expect(read('<html>')).toMatchObject({ ok: false, failure: { code: 'NO_ANSWER' } });
});
