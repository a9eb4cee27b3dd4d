import type { LegalDate } from '@tinhgon/rules/day';
import type { ApiClient } from './api-client.ts';
import { documentToConsult } from './consult.ts';
import type { DocumentLine } from './lines.ts';
import { sampleDocx, samplePdf } from './small-files.ts';
import { stableUuid } from './stable-uuid.ts';

const NOTE = 'Tệp minh họa, được tạo tự động để giới thiệu phần mềm.';

/** Small files at steps of plans and documents: a draft, an opinion, a signed text. Sent again they are the same. */
export async function attachFiles(
  api: ApiClient,
  documents: readonly DocumentLine[],
  today: LegalDate,
): Promise<void> {
  const year = today.slice(0, 4);
  const drafted = documentToConsult(documents);
  const files = [
    {
      user: 'byt-soan-thao',
      path: `plans/BYT-${year}-201`,
      step: 'review',
      kind: 'draft',
      name: 'Báo cáo rà soát (dự thảo).docx',
      bytes: sampleDocx([
        'BÁO CÁO RÀ SOÁT THỦ TỤC HÀNH CHÍNH',
        'Giấy tờ yêu cầu nộp đã có trong Cơ sở dữ liệu quốc gia về dân cư.',
        NOTE,
      ]),
    },
    {
      user: drafted.drafter,
      path: `documents/${drafted.code}`,
      step: 'draft',
      kind: 'draft',
      name: 'Dự thảo Thông tư lần 2.docx',
      bytes: sampleDocx([
        'DỰ THẢO THÔNG TƯ',
        'Điều 4. Bỏ bản sao giấy khai sinh khi đã có số định danh cá nhân.',
        'Điều 9. Quy định chuyển tiếp.',
        NOTE,
      ]),
    },
    {
      user: drafted.drafter,
      path: `documents/${drafted.code}`,
      step: 'draft',
      kind: 'opinion',
      name: 'Công văn góp ý.pdf',
      // The font of such a small file has no Vietnamese marks.
      bytes: samplePdf('Y KIEN VE DU THAO THONG TU (ban minh hoa) / Opinion on the draft (sample)'),
    },
    {
      user: 'bnv-lanh-dao-2',
      path: `documents/TT-BNV-${year}-201`,
      step: 'promulgate',
      kind: 'signed',
      name: 'Thông tư đã ký.pdf',
      bytes: samplePdf('THONG TU DA KY (ban minh hoa) / Signed circular (sample)'),
    },
  ];
  for (const { user, path, step, kind, name, bytes } of files) {
    const commandId = stableUuid(`file/${path}/${name}`);
    const { code, message } = await api.attach(user, `/api/v1/${path}/files`, {
      fields: { commandId, step, kind },
      name,
      bytes,
    });
    // Attached when the demonstration was loaded before; the step is over since.
    if (code !== null && code !== 'STEP_NOT_OPEN') throw new Error(`${name} on ${path}: ${code} ${message}`);
  }
}
