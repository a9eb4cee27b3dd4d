import type { DocumentType } from '@tinhgon/rules/vocabulary';
import type { Random } from './random.ts';

/** Codes have no đ; the abbreviations that stand in numbers do. */
const WITH_D: Readonly<Record<string, string>> = {
  BLDTBXH: 'BLĐTBXH',
  BGDDT: 'BGDĐT',
  BKHDT: 'BKHĐT',
};
export const abbreviationOf = (agency: string): string => WITH_D[agency] ?? agency;

const PREFIX: Record<DocumentType, string> = { law: 'L', decree: 'ND', 'pm-decision': 'QD', circular: 'TT' };

/** A number as documents of this type bear it, an invented one: `12/2024/TT-BTP`, `34/2024/NĐ-CP`. */
export function numberOf(type: DocumentType, year: number, lead: string, number: number): string {
  const digits = String(number).padStart(2, '0');
  switch (type) {
    case 'law':
      return `${digits}/${year}/QH15`;
    case 'decree':
      return `${digits}/${year}/NĐ-CP`;
    case 'pm-decision':
      return `${digits}/${year}/QĐ-TTg`;
    case 'circular':
      return `${digits}/${year}/TT-${abbreviationOf(lead)}`;
  }
}

/** Prefix of the code, number, title and articles of a document about some fields. */
export function documentName(
  about: { type: DocumentType; year: number; lead: string; number: number; fields: readonly string[] },
  random: Random,
): { prefix: string; number: string; title: string; articles: string[] } {
  const { type, year, lead, number } = about;
  const fields = random
    .shuffle([...new Set(about.fields)])
    .slice(0, 2)
    .join('; ')
    .toLowerCase();
  const title = random.pick([
    `Sửa đổi, bổ sung một số điều về thủ tục hành chính lĩnh vực ${fields}`,
    `Quy định việc sử dụng dữ liệu dân cư thay thế giấy tờ trong lĩnh vực ${fields}`,
    `Cắt giảm, đơn giản hóa thành phần hồ sơ trong lĩnh vực ${fields}`,
    `Hướng dẫn thực hiện thủ tục hành chính trên môi trường điện tử lĩnh vực ${fields}`,
  ]);
  const first = random.integer(3, 20);
  const articles = [first, first + random.integer(1, 4), first + random.integer(5, 9)].map(
    (article) => `Điều ${article}`,
  );
  return { prefix: PREFIX[type], number: numberOf(type, year, lead, number), title, articles };
}
