import type { StoredDocument } from '@tinhgon/database';
import type { Issuer } from './issuer.ts';
import { type Block, centred, line, run, text } from './layout.ts';
import { closing, letterhead } from './letterhead.ts';
import { count, DOTS, missing, WORDS } from './vietnamese.ts';

export interface ConsultationFacts {
  readonly document: StoredDocument;
  readonly lead: Issuer;
}

/** Công văn lấy ý kiến: the letter to the agencies asked about a draft, as they are recorded. */
export function consultationNotice({ document, lead }: ConsultationFacts): Block[] {
  const { content, type } = document;
  const kind = WORDS.documentType[type].replace(/ của .*/, '');
  const draft = `dự thảo ${kind} “${document.title}”`;
  const asked = content.consultations;
  const day =
    asked
      .map(({ askedOn }) => askedOn)
      .toSorted()
      .at(-1) ?? null;
  const to = [...new Set(asked.map(({ agency }) => agency))];
  const procedures = document.measures.length + document.hidden;
  return [
    ...letterhead({
      issuer: lead.name,
      number: null,
      sign: lead.code,
      day,
      about: `V/v lấy ý kiến đối với ${draft}`,
    }),
    centred('Kính gửi:', {}, { spacing: { before: 360, after: 60 } }),
    ...(to.length > 0 ? to : [missing('cơ quan được lấy ý kiến')]).map((agency, index, all) =>
      line(run(`- ${agency}${index === all.length - 1 ? '.' : ';'}`), { indent: { left: 2_600 } }),
    ),
    text(
      `${lead.name} chủ trì soạn thảo ${draft} (mã ${document.code}) để thực hiện phương án đơn giản hóa ${count(procedures)} thủ tục hành chính thuộc Chương trình ${document.programme}.`,
    ),
    ...(content.summary ? [text(`Nội dung chính của dự thảo: ${content.summary}`)] : []),
    ...(content.articles.length > 0
      ? [text(`Các điều, khoản được sửa đổi, bổ sung: ${content.articles.join('; ')}.`)]
      : []),
    text(
      `${lead.name} đề nghị quý cơ quan nghiên cứu, có ý kiến bằng văn bản đối với dự thảo và gửi về ${lead.name} trước ngày ${DOTS} tháng ${DOTS} năm ${DOTS} để tổng hợp, tiếp thu, hoàn thiện.`,
    ),
    text('Trân trọng cảm ơn sự phối hợp của quý cơ quan./.'),
    ...closing(['Như trên', 'Lưu: VT'], {
      capacity: ['[Quyền hạn, chức vụ của người ký]'],
      name: null,
    }),
  ];
}
