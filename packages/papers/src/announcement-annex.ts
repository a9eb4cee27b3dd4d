import { CONTENT_ROWS, contentLines } from '@tinhgon/rules/content-text';
import type { AnnouncementFacts } from './announcement-decision.ts';
import { GROUPS, type Grouped } from './announcement-groups.ts';
import { CONTENT_NAMES } from './change-table.ts';
import { leaderOf } from './issuer.ts';
import { type Block, centred, heading, onNewPage, text } from './layout.ts';
import { type Cell, grid } from './tables.ts';
import { CONTENT_WORDS, dayInWords, DOTS, missing, upper, WORDS } from './vietnamese.ts';

/** The list of what is announced, by kind of change, and what each procedure asks from then on. */
export function announcementAnnex(
  { document, lead, announced }: AnnouncementFacts,
  groups: readonly Grouped[],
): Block[] {
  const number = announced?.number ?? DOTS;
  const named = number.includes('/') ? number : `${number}/QĐ-${lead.code}`;
  const law = `${WORDS.documentType[document.type].replace(/ của .*/, '')} ${document.number ?? missing('số, ký hiệu')}`;
  return [
    onNewPage('Phụ lục', { bold: true }),
    centred(`THỦ TỤC HÀNH CHÍNH THUỘC PHẠM VI CHỨC NĂNG QUẢN LÝ CỦA ${upper(lead.name)}`, { bold: true }),
    centred(
      `(Ban hành kèm theo Quyết định số ${named} ${dayInWords(announced?.day ?? null)} của ${leaderOf(lead)})`,
      { italics: true },
    ),
    heading('PHẦN I. DANH MỤC THỦ TỤC HÀNH CHÍNH'),
    ...groups.flatMap(({ group, items }, index) => [
      heading(`${index + 1}. Danh mục thủ tục hành chính ${GROUPS[group]}`),
      grid(
        [1.4, 2.6, 6.2, 3.4, 3, 3.4],
        ['STT', 'Mã thủ tục', 'Tên thủ tục hành chính', 'Văn bản quy định', 'Lĩnh vực', 'Cơ quan quản lý'],
        items.map((one, place): Cell[] => [
          { lines: [String(place + 1)], centred: true },
          { lines: [one.code] },
          { lines: [one.name] },
          { lines: [law] },
          { lines: [one.field ?? missing('lĩnh vực')] },
          { lines: [one.agency ?? missing('cơ quan')] },
        ]),
      ),
    ]),
    ...details(groups),
  ];
}

function details(groups: readonly Grouped[]): Block[] {
  const kept = groups.filter(({ group }) => group !== 'abolished').flatMap(({ items }) => items);
  if (kept.length === 0) return [];
  return [
    heading('PHẦN II. NỘI DUNG CỤ THỂ CỦA TỪNG THỦ TỤC HÀNH CHÍNH'),
    ...kept.flatMap(({ code, name, proposed }, index) => [
      heading(`${index + 1}. ${name} (${code})`),
      proposed === null
        ? text(missing('nội dung thủ tục'))
        : grid(
            [4, 14],
            ['Nội dung', 'Quy định'],
            CONTENT_ROWS.map((row): Cell[] => {
              const lines = contentLines(proposed, row, CONTENT_WORDS);
              return [
                { lines: [CONTENT_NAMES[row]] },
                { lines: lines.length > 0 ? lines : [missing('nội dung')] },
              ];
            }),
          ),
    ]),
  ];
}
