import { AGENCY_KINDS, type Agency } from '@tinhgon/rules/views/catalogue';
import { NAME_MAX } from '@tinhgon/rules/text';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';
import { inOrder } from './check-codes.ts';

/** Ministries, agencies, provinces and units, with the days they existed and who took over. */
export const ministries: KindOfImport<'ministries', Agency> = {
  kind: 'ministries',
  columns: [
    { key: 'code', required: true, example: 'BTP' },
    { key: 'nameVi', required: true, example: 'Bộ Tư pháp' },
    { key: 'nameEn', example: 'Ministry of Justice' },
    { key: 'kind', required: true, example: 'Bộ' },
    { key: 'parent', example: '' },
    { key: 'from', required: true, example: '03/08/2011' },
    { key: 'to', example: '' },
    { key: 'successor', example: '' },
  ],
  read(reader, { known, inFile }) {
    const code = reader.require('code', reader.code('code'));
    const nameVi = reader.require('nameVi', reader.text('nameVi', NAME_MAX));
    const kind = reader.require('kind', reader.oneOf('kind', 'agencyKind', AGENCY_KINDS));
    const from = reader.require('from', reader.date('from'));
    const to = reader.date('to');
    const nameEn = reader.text('nameEn', NAME_MAX);
    const [parent, successor] = (['parent', 'successor'] as const).map((column) => {
      const other = reader.code(column);
      if (other !== null && !known.agencies.has(other) && !inFile.has(other)) {
        reader.note(column, 'UNKNOWN_AGENCY');
      }
      if (other !== null && other === code) reader.note(column, 'CONFLICT');
      return other;
    });
    inOrder(reader, from, 'to', to);
    if (code === null || nameVi === null || kind === null || from === null) return null;
    return { code, nameVi, nameEn, kind, parent: parent ?? null, from, to, successor: successor ?? null };
  },
  key: ({ code }) => code,
  keyColumn: 'code',
  gather: asTheyAre,
};
