import type { FunctionCode, Role } from '@tinhgon/rules/vocabulary';

export type Language = 'vi' | 'en';

/** What a person does, in words that people who have never seen the system understand. */
export const FUNCTION_WORDS: Readonly<Record<Language, Readonly<Record<FunctionCode | Role, string>>>> = {
  vi: {
    drafter: 'soạn thảo phương án và văn bản',
    'procedure-control': 'kiểm soát thủ tục hành chính',
    minister: 'lãnh đạo, ký phê duyệt',
    'legal-department': 'vụ pháp chế, thẩm định thông tư',
    appraisal: 'thẩm định văn bản',
    verification: 'thẩm tra văn bản',
    government: 'ký thay mặt Chính phủ',
    'prime-minister': 'ký quyết định của Thủ tướng',
    'national-assembly': 'thông qua luật tại Quốc hội',
    'public-display': 'công khai thủ tục',
    supervisor: 'giám sát tiến độ',
    'programme-office': 'cơ quan đầu mối chương trình',
    administrator: 'quản trị hệ thống',
    auditor: 'kiểm toán, chỉ đọc',
  },
  en: {
    drafter: 'drafts plans and documents',
    'procedure-control': 'controls procedures',
    minister: 'leads, signs approvals',
    'legal-department': 'legal department, appraises circulars',
    appraisal: 'appraises documents',
    verification: 'verifies documents',
    government: 'signs for the Government',
    'prime-minister': 'signs the Prime Minister’s decisions',
    'national-assembly': 'passes laws in the National Assembly',
    'public-display': 'displays procedures publicly',
    supervisor: 'supervises progress',
    'programme-office': 'programme office',
    administrator: 'administers the system',
    auditor: 'audits, read only',
  },
};

/** Everything a person does, as one phrase. */
export function describePerson(
  person: { roles: readonly Role[]; functions: readonly FunctionCode[] },
  language: Language,
): string {
  return [...person.roles, ...person.functions].map((code) => FUNCTION_WORDS[language][code]).join(', ');
}
