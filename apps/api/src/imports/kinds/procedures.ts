import type { ProcedureRow } from '@tinhgon/database/imports/rows';
import { NAME_MAX } from '@tinhgon/rules/text';
import { LEVELS } from '@tinhgon/rules/vocabulary';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';
import { knownAgency } from './check-codes.ts';

/** The catalogue of procedures. A code stands once for each day from which another agency is in charge of it. */
export const procedures: KindOfImport<'procedures', ProcedureRow> = {
  kind: 'procedures',
  columns: [
    { key: 'code', required: true, example: '1.001193' },
    { key: 'nameVi', required: true, example: 'Đăng ký khai sinh' },
    { key: 'nameEn', example: 'Birth registration' },
    { key: 'field', example: 'Hộ tịch' },
    { key: 'users', example: 'Cá nhân' },
    { key: 'ministry', required: true, example: 'BTP' },
    { key: 'ministryFrom', example: '' },
    { key: 'level', example: 'Xã' },
  ],
  read(reader, around) {
    const code = reader.require('code', reader.code('code'));
    const nameVi = reader.require('nameVi', reader.text('nameVi', NAME_MAX));
    const ministryFrom = reader.date('ministryFrom');
    const ministry = knownAgency(reader, 'ministry', around, ministryFrom);
    const row = {
      nameEn: reader.text('nameEn', NAME_MAX),
      field: reader.text('field', NAME_MAX),
      level: reader.oneOf('level', 'level', LEVELS),
      users: reader.text('users', NAME_MAX),
    };
    if (code === null || nameVi === null || ministry === null) return null;
    return { code, nameVi, ministry, ministryFrom, ...row };
  },
  key: ({ code, ministryFrom }) => `${code} ${ministryFrom ?? ''}`,
  keyColumn: 'code',
  gather: asTheyAre,
};
