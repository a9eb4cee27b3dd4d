import type { DocumentRow } from '@tinhgon/database/imports/rows';
import { documentChain } from '@tinhgon/rules/default-chains';
import { NAME_MAX, PARAGRAPH_MAX } from '@tinhgon/rules/text';
import { DOCUMENT_STEPS, DOCUMENT_TYPES } from '@tinhgon/rules/vocabulary';
import { asTheyAre, type KindOfImport, type Surroundings } from '../import-kind.ts';
import type { RowReader } from '../row-reader.ts';
import { given } from './given.ts';
import { inOrder, knownAgency, knownDrafter, knownProgramme, pastDate } from './check-codes.ts';

/** Legal documents: promulgated long ago, or open at a step of their chain. */
export const documents: KindOfImport<'documents', DocumentRow> = {
  kind: 'documents',
  columns: [
    { key: 'code', required: true, example: 'TT-BTP-2024-01' },
    { key: 'type', required: true, example: 'Thông tư' },
    { key: 'shortened', example: 'không' },
    { key: 'title', required: true, example: 'Sửa đổi, bổ sung một số điều về đăng ký hộ tịch' },
    { key: 'summary', example: '' },
    { key: 'articles', example: 'Điều 5; Điều 7' },
    { key: 'programme', required: true, example: '896' },
    { key: 'leadAgency', required: true, example: 'BTP' },
    { key: 'number', example: '01/2024/TT-BTP' },
    { key: 'signedOn', example: '15/03/2024' },
    { key: 'inForceOn', example: '01/05/2024' },
    { key: 'plannedSigningOn', example: '' },
    { key: 'plannedInForceOn', example: '' },
    { key: 'step', example: '' },
    { key: 'stepSince', example: '' },
    { key: 'dueOn', example: '' },
    { key: 'drafter', rare: true, example: '' },
  ],
  read(reader, around) {
    const code = reader.require('code', reader.code('code'));
    const type = reader.require('type', reader.oneOf('type', 'documentType', DOCUMENT_TYPES));
    const shortened = reader.flag('shortened');
    const title = reader.require('title', reader.text('title', NAME_MAX));
    const programme = knownProgramme(reader, around);
    const step = reader.oneOf('step', 'step', DOCUMENT_STEPS);
    const promulgation = readPromulgation(reader, around);
    const leadAgency = knownAgency(reader, 'leadAgency', around, step ? around.today : promulgation.signedOn);
    const stepSince = pastDate(reader, 'stepSince', around);
    const plannedSigningOn = reader.date('plannedSigningOn');
    const plannedInForceOn = reader.date('plannedInForceOn');
    inOrder(reader, plannedSigningOn, 'plannedInForceOn', plannedInForceOn);
    const dueOn = reader.date('dueOn');
    inOrder(reader, stepSince, 'dueOn', dueOn);
    const drafter = knownDrafter(reader, around);
    if (step !== null) {
      if (stepSince === null && !reader.has('stepSince')) reader.note('stepSince', 'REQUIRED');
      const chain = type && documentChain({ type, shortened }).steps;
      const place = chain?.findIndex(({ key }) => key === step) ?? 0;
      const signing = chain?.findIndex(({ key }) => key === 'promulgate') ?? 0;
      // A circular has no verification.
      if (place < 0) reader.note('step', 'NOT_IN_LIST');
      if (chain && place > signing && promulgation.number === null) reader.note('number', 'REQUIRED');
      if (chain && place >= 0 && place <= signing && promulgation.number !== null)
        reader.note('step', 'CONFLICT');
    }
    if (code === null || type === null || title === null || programme === null || leadAgency === null) {
      return null;
    }
    const texts = {
      title,
      summary: reader.text('summary', PARAGRAPH_MAX),
      articles: reader.lines('articles'),
    };
    const dates = { plannedSigningOn, plannedInForceOn, ...promulgation };
    const open = { step, stepSince, dueOn, drafter };
    return given({ code, type, shortened, programme, leadAgency, ...texts, ...dates, ...open });
  },
  key: ({ code }) => code,
  keyColumn: 'code',
  gather: asTheyAre,
};

/** Number, day of signing and day in force: all or none. */
function readPromulgation(reader: RowReader, around: Surroundings) {
  const number = reader.text('number', 100);
  const signedOn = pastDate(reader, 'signedOn', around);
  const inForceOn = reader.date('inForceOn');
  const columns = ['number', 'signedOn', 'inForceOn'] as const;
  if (columns.some((column) => reader.has(column))) {
    for (const column of columns) if (!reader.has(column)) reader.note(column, 'REQUIRED');
  }
  inOrder(reader, signedOn, 'inForceOn', inForceOn);
  return { number, signedOn, inForceOn };
}
