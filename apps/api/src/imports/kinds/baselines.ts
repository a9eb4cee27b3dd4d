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
    { key: 'decisionNumber', example: '1085/QĐ-TTg' },
    { key: 'decisionSignedOn', example: '15/09/2023' },
    { key: 'procedureCode', required: true, example: '1.001193' },
  ],
  read(reader, around) {
    const programme = knownProgramme(reader, around);
    const date = reader.require('date', reader.date('date'));
    const reason = reader.require('reason', reader.text('reason', REASON_MAX));
    const number = reader.text('decisionNumber', 100);
    const signedOn = reader.date('decisionSignedOn');
    // A paper is named whole or not at all.
    if (reader.has('decisionNumber')) reader.require('decisionSignedOn', signedOn);
    if (reader.has('decisionSignedOn')) reader.require('decisionNumber', number);
    const procedureCode = knownProcedure(reader, around);
    if (programme === null || date === null || reason === null || procedureCode === null) return null;
    const decision = number === null || signedOn === null ? null : { number, signedOn };
    return given({ programme, date, reason, ...(decision && { decision }), procedureCode });
  },
  key: ({ programme, date, procedureCode }) => `${programme} ${date} ${procedureCode}`,
  keyColumn: 'procedureCode',
  gather: asTheyAre,
};
