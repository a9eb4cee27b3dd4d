import type { BaselineRow } from '@tinhgon/database/imports/rows';
import { REASON_MAX } from '@tinhgon/rules/text';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';
import { given } from './given.ts';
import { knownProcedure, knownProgramme } from './check-codes.ts';

/** Dated sets of procedures a programme must simplify, one line for each member. */
export const baselines: KindOfImport<'baselines', BaselineRow> = {
  kind: 'baselines',
  columns: [
    { key: 'programme', required: true, example: '896' },
    { key: 'date', required: true, example: '01/01/2024' },
    { key: 'reason', required: true, example: 'Rà soát lại danh mục' },
    { key: 'procedureCode', required: true, example: '1.001193' },
  ],
  read(reader, around) {
    const programme = knownProgramme(reader, around);
    const date = reader.require('date', reader.date('date'));
    const reason = reader.require('reason', reader.text('reason', REASON_MAX));
    const procedureCode = knownProcedure(reader, around);
    if (programme === null || date === null || reason === null || procedureCode === null) return null;
    return given({ programme, date, reason, procedureCode });
  },
  key: ({ programme, date, procedureCode }) => `${programme} ${date} ${procedureCode}`,
  keyColumn: 'procedureCode',
  gather: asTheyAre,
};
