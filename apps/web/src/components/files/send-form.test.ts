import { describe, expect, it } from 'vitest';
import { attachAnswer } from '@tinhgon/rules/views/files';
import { read as readAs } from './send-form.ts';

const read = (status: number, text: string) => readAs(status, text, attachAnswer);
const answer = {
  version: 3,
  projected: true,
  fileId: 'x',
  sha256: 'a'.repeat(64),
  bytes: 9,
  mime: 'application/pdf',
};

describe('what the server says to a file', () => {
  it('is an answer, a reason, or nothing', () => {
    expect(read(201, JSON.stringify(answer))).toEqual({ outcome: 'taken', answer });
    const error = { code: 'UNSUPPORTED_FILE', message: 'Chỉ nhận…', field: 'file', logId: '1' };
    expect(read(415, JSON.stringify({ error }))).toEqual({ outcome: 'refused', failure: error });
    for (const [status, text] of [
      [502, '<html>'],
      [201, '{}'],
      [0, ''],
    ] as const) {
      expect(read(status, text)).toMatchObject({ outcome: 'refused', failure: { code: 'NO_ANSWER' } });
    }
  });
});
