import type { StoredDocument } from '@tinhgon/database';
import type { Issuer } from './issuer.ts';
import { type Block, centred, lastWords, line, onNewPage, paragraphs, run, text } from './layout.ts';
import type { Round } from './letter-round.ts';
import { closing, letterhead } from './letterhead.ts';
import { count, dayInWords, DOTS, missing, WORDS } from './vietnamese.ts';

export interface ConsultationFacts {
  readonly document: StoredDocument;
  readonly lead: Issuer;
  readonly round: Round;
}

/** More than these are named in a list of their own, so that the letter's text begins on its first page. */
const NAMED_IN_THE_LETTER = 8;

/** Công văn lấy ý kiến: one letter to all that were asked together about a draft, as they are recorded. */
export function consultationNotice({ document, lead, round }: ConsultationFacts): Block[] {
  const { content, type } = document;
  const kind = WORDS.documentType[type].replace(/ của .*/, '');
  const draft = `dự thảo ${kind} “${document.title}”`;
  const procedures = document.measures.length + document.hidden;
  const list = round.to.length > NAMED_IN_THE_LETTER;
  const to = round.to.length > 0 ? round.to : [missing('cơ quan được lấy ý kiến')];
  return [
    ...letterhead({
      issuer: lead.name,
      number: null,
      sign: `${lead.code}-${DOTS}`,
      day: round.askedOn,
      about: `V/v lấy ý kiến đối với ${draft}`,
    }),
    ...(list ? addressed([`${count(to.length)} cơ quan có tên trong danh sách kèm theo`]) : addressed(to)),
    text(
      `${lead.name} chủ trì soạn thảo ${draft} (mã ${document.code}) để thực hiện phương án đơn giản hóa ${count(procedures)} thủ tục hành chính thuộc Chương trình ${document.programme}.`,
    ),
    ...(content.summary ? paragraphs(`Nội dung chính của dự thảo: ${content.summary}`) : []),
    ...(content.articles.length > 0
      ? [text(`Các điều, khoản được sửa đổi, bổ sung: ${content.articles.join('; ')}.`)]
      : []),
    ...(round.note ? paragraphs(`Nội dung đề nghị tập trung cho ý kiến: ${round.note}`) : []),
    text(
      `${lead.name} đề nghị quý cơ quan nghiên cứu, có ý kiến bằng văn bản đối với dự thảo và gửi về ${lead.name} chậm nhất ${dayInWords(round.by)} để tổng hợp, tiếp thu, hoàn thiện.`,
    ),
    ...(round.public ? [text('Dự thảo đồng thời được lấy ý kiến Nhân dân.')] : []),
    lastWords('Trân trọng cảm ơn sự phối hợp của quý cơ quan./.'),
    ...closing(['Như trên', `Lưu: VT, ${missing('đơn vị soạn thảo')}`], {
      capacity: ['[Quyền hạn, chức vụ của người ký]'],
      name: null,
    }),
    ...(list ? parties(lead, round) : []),
  ];
}

/** One is named behind the words, several each on a line (Decree 30/2020/NĐ-CP, annex I). */
function addressed(to: readonly string[]): Block[] {
  if (to.length === 1) return [centred(`Kính gửi: ${to[0]}`, {}, { spacing: { before: 360, after: 120 } })];
  return [
    line(run('Kính gửi:'), { indent: { left: 1_400 }, keepNext: true, spacing: { before: 360, after: 60 } }),
    ...to.map((one, index) =>
      line(run(`- ${one}${index === to.length - 1 ? '.' : ';'}`), {
        indent: { left: 2_600, hanging: 200 },
        spacing: { after: index === to.length - 1 ? 120 : 0 },
      }),
    ),
  ];
}

function parties(lead: Issuer, { to, askedOn }: Round): Block[] {
  return [
    onNewPage('DANH SÁCH CƠ QUAN ĐƯỢC LẤY Ý KIẾN', { bold: true }),
    centred(
      `(Kèm theo Công văn số ${DOTS}/${lead.code}-${DOTS} ${dayInWords(askedOn)} của ${lead.name})`,
      { italics: true },
      { spacing: { after: 240 } },
    ),
    ...to.map((one, index) => line(run(`${index + 1}. ${one}`), { indent: { left: 700 } })),
  ];
}
