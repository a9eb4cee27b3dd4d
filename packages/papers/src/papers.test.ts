import { describe, expect, it } from 'vitest';
import { inGroups } from './announcement-groups.ts';
import { headOfUnit, issuerOf, leaderOf } from './issuer.ts';
import { signedBy } from './signature.ts';
import { CONTENT_WORDS, count, dayInWords } from './vietnamese.ts';

const ministry = issuerOf({ code: 'BTP', nameVi: 'Bộ Tư pháp', kind: 'ministry' });

describe('what stands in official papers', () => {
  it('writes days with a nought where the decree wants one, and dots for a day nobody knows', () => {
    expect(dayInWords('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
    expect(dayInWords('2026-11-25')).toBe('ngày 25 tháng 11 năm 2026');
    expect(dayInWords('2026-03-10')).toBe('ngày 10 tháng 3 năm 2026');
    expect(dayInWords(null)).toBe('ngày …… tháng …… năm ……');
  });

  it('counts things and money as officials do', () => {
    expect([count(3), count(12), count(1084)]).toEqual(['03', '12', '1.084']);
    expect([CONTENT_WORDS.fee(0), CONTENT_WORDS.fee(50_000)]).toEqual(['Không', '50.000 đồng']);
    expect(CONTENT_WORDS.paper('Tờ khai', 1, 2)).toBe('Tờ khai (01 bản chính, 02 bản sao)');
  });

  it('names who leads an agency or a unit', () => {
    expect(leaderOf(ministry)).toBe('Bộ trưởng Bộ Tư pháp');
    expect([headOfUnit('Cục Hộ tịch'), headOfUnit('Tổ công tác')]).toEqual([
      'Cục trưởng',
      'Thủ trưởng đơn vị',
    ]);
  });

  it('shows in whose name somebody signed', () => {
    expect(signedBy(ministry, null)).toEqual({ capacity: ['BỘ TRƯỞNG'], name: null });
    expect(signedBy(ministry, { name: 'Minh' })).toEqual({ capacity: ['BỘ TRƯỞNG'], name: 'Minh' });
    expect(signedBy(ministry, { name: 'Hà', onBehalfOf: { form: 'KT' } }).capacity).toEqual([
      'KT. BỘ TRƯỞNG',
      'THỨ TRƯỞNG',
    ]);
    expect(signedBy(ministry, { name: 'Hà', onBehalfOf: { form: 'TL' } }).capacity).toEqual([
      'TL. BỘ TRƯỞNG',
      '[CHỨC VỤ: CHƯA GHI]',
    ]);
  });

  it('sorts procedures by what happens to them', () => {
    const one = { name: '', field: null, agency: null, proposed: null };
    const grouped = inGroups([
      { ...one, code: '1', measure: 'abolish' },
      { ...one, code: '2', measure: 'cut-papers' },
      { ...one, code: '3', measure: 'merge' },
      { ...one, code: '4', measure: 'put-online' },
    ]);
    expect(grouped.map(({ group, items }) => [group, items.map(({ code }) => code)])).toEqual([
      ['amended', ['2', '4']],
      ['replaced', ['3']],
      ['abolished', ['1']],
    ]);
  });
});
