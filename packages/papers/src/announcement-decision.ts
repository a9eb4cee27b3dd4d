import type { ChangedProcedure } from '@tinhgon/database/queries/papers/procedures-of-document';
import type { StoredDocument } from '@tinhgon/database';
import { announcementAnnex } from './announcement-annex.ts';
import { GROUPS, inGroups } from './announcement-groups.ts';
import { type Issuer, leaderOf } from './issuer.ts';
import { article, type Block, centred, paragraphs, text } from './layout.ts';
import { closing, letterhead, title } from './letterhead.ts';
import type { Signer } from './signature.ts';
import { signedBy } from './signature.ts';
import { count, dayInWords, ISSUER, missing, orMissing, upper, WORDS } from './vietnamese.ts';

/** An announcement on record; null for one that is still a draft. */
export interface Announced {
  readonly number: string;
  readonly day: string;
  /** Null where it is not known who signed. */
  readonly signer: Signer | null;
}

export interface AnnouncementFacts {
  readonly document: StoredDocument;
  readonly lead: Issuer;
  readonly procedures: readonly ChangedProcedure[];
  readonly announced: Announced | null;
}

/** Quyết định công bố: announces the procedures a document changes, with their list and what they ask in an annex. */
export function announcementDecision(facts: AnnouncementFacts): Block[] {
  const { document, lead, procedures, announced } = facts;
  const groups = inGroups(procedures);
  const kinds = groups.map(({ group }) => GROUPS[group]).join('; ');
  const fields = [...new Set(procedures.flatMap(({ field }) => (field === null ? [] : [field])))];
  const about = `Về việc công bố thủ tục hành chính ${kinds || missing('thủ tục')} trong lĩnh vực ${fields.join(', ') || missing('lĩnh vực')} thuộc phạm vi chức năng quản lý của ${lead.name}`;
  const counts = groups.map(({ group, items }) => `${count(items.length)} thủ tục ${GROUPS[group]}`);
  return [
    ...letterhead({
      issuer: lead.name,
      number: announced?.number ?? null,
      sign: `QĐ-${lead.code}`,
      day: announced?.day ?? null,
    }),
    ...title('QUYẾT ĐỊNH', about),
    centred(upper(leaderOf(lead)), { bold: true }, { spacing: { before: 240, after: 120 } }),
    ...grounds(document, lead).map((ground) => text(ground, { italics: true })),
    centred('QUYẾT ĐỊNH:', { bold: true }, { spacing: { before: 180, after: 120 } }),
    article(
      1,
      `Công bố kèm theo Quyết định này ${count(procedures.length)} thủ tục hành chính${counts.length > 0 ? `, gồm ${counts.join(', ')}` : ''}, thuộc phạm vi chức năng quản lý của ${lead.name}.`,
    ),
    ...paragraphs(document.content.announcement),
    ...(document.hidden > 0
      ? [text(`[${count(document.hidden)} thủ tục của phương án khác: người in không được xem]`)]
      : []),
    article(2, `Quyết định này có hiệu lực kể từ ${effective(document)}.`),
    article(
      3,
      `Thủ trưởng các đơn vị thuộc ${lead.name}, các cơ quan, tổ chức và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
      true,
    ),
    ...closing(
      [
        'Như Điều 3',
        'Cơ quan kiểm soát thủ tục hành chính',
        'Ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương',
        `Lưu: VT, ${missing('đơn vị soạn thảo')}`,
      ],
      signedBy(lead, announced?.signer ?? null),
    ),
    ...announcementAnnex(facts, groups),
  ];
}

const effective = ({ inForceOn, plannedInForceOn }: StoredDocument): string =>
  inForceOn
    ? dayInWords(inForceOn)
    : plannedInForceOn
      ? `${dayInWords(plannedInForceOn)} (dự kiến)`
      : dayInWords(null);

function grounds(document: StoredDocument, lead: Issuer): string[] {
  const { type, number, signedOn, title: name } = document;
  const by = type === 'circular' ? leaderOf(lead) : ISSUER[type];
  const law = `${WORDS.documentType[type].replace(/ của .*/, '')} số ${orMissing(number ?? '', 'số, ký hiệu')} ${dayInWords(signedOn)} của ${by}`;
  return [
    `Căn cứ Nghị định số ${missing('số, ký hiệu')} của Chính phủ quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của ${lead.name};`,
    'Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08 tháng 6 năm 2010 của Chính phủ về kiểm soát thủ tục hành chính và các nghị định sửa đổi, bổ sung Nghị định này;',
    `Căn cứ ${law}: “${name}”;`,
    `Theo đề nghị của ${missing('đơn vị đề nghị')}.`,
  ];
}
