import { describe, expect, it } from 'vitest';
import { missingLines, objectionToCopy, objectionToSignature } from './signature.ts';

const signing = (change: object = {}, signedOn = '2025-01-05') =>
  objectionToSignature(
    { state: 'done', asAt: '2024-12-31', ...change },
    { number: '1/BC', signedOn },
    '2025-01-05',
  );

describe('a report', () => {
  it('is signed once it is made, on a day from the one it is of until today', () => {
    expect(signing()).toBeNull();
    expect(signing({}, '2024-12-31')).toBeNull();
    expect(signing({ state: 'making' })).toMatchObject({ code: 'REPORT_NOT_MADE' });
    expect(signing({ state: 'failed' })).toMatchObject({ code: 'REPORT_NOT_MADE' });
    expect(signing({}, '2025-01-06')).toMatchObject({ code: 'DATE_IN_FUTURE', field: 'signedOn' });
    expect(signing({}, '2024-12-30')).toMatchObject({
      code: 'DATE_ORDER',
      field: 'signedOn',
      details: { earliest: '2024-12-31' },
    });
  });

  it('is not signed by its own file, to the byte', () => {
    const originals = [{ format: 'docx', sha256: 'sha256-ab' }] as const;
    expect(objectionToCopy(originals, 'ab')).toMatchObject({ code: 'INVALID_INPUT', field: 'file' });
    expect(objectionToCopy(originals, 'cd')).toBeNull();
  });
});

describe('a signed copy', () => {
  const lines = ['Tính đến 31/12/2024 đã đơn giản hóa 898 thủ tục.', '- 2024: 313 thủ tục, 35 văn bản;'];

  it('says the same however its lines are broken and its list is marked', () => {
    const copy =
      'BÁO CÁO\nTính đến\u00a031/12/2024 đã đơn giản\nhóa 898 thủ tục.\n• 2024: 313 thủ tục, 35 văn bản.';
    expect(missingLines(lines, copy)).toEqual([]);
    expect(missingLines(lines, copy.normalize('NFD'))).toEqual([]);
  });

  it('names the lines whose figures are others', () => {
    const copy = 'Tính đến 31/12/2024 đã đơn giản hóa 899 thủ tục. 2024: 313 thủ tục, 35 văn bản';
    expect(missingLines(lines, copy)).toEqual([lines[0]]);
    expect(missingLines(lines, '')).toEqual(lines);
  });
});
