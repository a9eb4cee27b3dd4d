import domain from '@tinhgon/language/vi/domain.json' with { type: 'json' };
import web from '@tinhgon/language/vi/web.json' with { type: 'json' };
import i18next, { type i18n } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { fieldLabel } from './field-label.ts';

let words: i18n;
beforeAll(async () => {
  words = i18next.createInstance();
  await words.init({ lng: 'vi', defaultNS: 'web', resources: { vi: { web, domain } } });
});
const label = (path: string) => fieldLabel(words, path);

it('names a field of the plan itself', () => {
  expect(label('name')).toBe('Tên phương án');
  expect(label('coAgencies.1')).toBe('Cơ quan phối hợp');
});

it('names the procedure, side, paper and line in which a field lies', () => {
  expect(label('measures.1.proposed.papers.0.name')).toBe('Thủ tục 2 › Đề xuất › Giấy tờ 1 › Tên');
  expect(label('measures.0.current.papers.2.originals')).toBe(
    'Thủ tục 1 › Hiện hành › Giấy tờ 3 › Số bản chính',
  );
  expect(label('measures.0.current.steps.3')).toBe('Thủ tục 1 › Hiện hành › Trình tự › Dòng 4');
  expect(label('measures.0.current.timeLimit.days')).toBe('Thủ tục 1 › Hiện hành › Thời hạn (ngày)');
  expect(label('measures.2.documents.0')).toBe('Thủ tục 3 › Văn bản');
  expect(label('measures.0.cost.current.lines.2.amount.wage')).toBe(
    'Thủ tục 1 › Chi phí tuân thủ › Hiện hành › Dòng 3 › Tiền lương theo giờ',
  );
  expect(label('measures.0.cost.proposed.lines.0.name')).toBe(
    'Thủ tục 1 › Chi phí tuân thủ › Đề xuất › Dòng 1 › Tên',
  );
  expect(label('measures.0.cost.proposed.subjectsAYear')).toBe(
    'Thủ tục 1 › Chi phí tuân thủ › Đề xuất › Số đối tượng mỗi năm',
  );
  expect(label('measures')).toBe('Thủ tục');
});
