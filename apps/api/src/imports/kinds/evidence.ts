import type { EvidenceRow } from '@tinhgon/database/imports/rows';
import { MEASURES } from '@tinhgon/rules/vocabulary';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';
import { given } from './given.ts';
import { inOrder, knownProcedure, pastDate } from './check-codes.ts';

/** Announcement, database entry and display of each procedure in each document that carried it. */
export const evidence: KindOfImport<'evidence', EvidenceRow> = {
  kind: 'evidence',
  columns: [
    { key: 'documentCode', required: true, example: 'TT-BTP-2024-01' },
    { key: 'procedureCode', required: true, example: '1.001193' },
    { key: 'measure', required: true, example: 'cắt giảm thành phần hồ sơ' },
    { key: 'planCode', example: 'BTP-2023-001' },
    { key: 'announcementNumber', required: true, example: '512/QĐ-BTP' },
    { key: 'announcedOn', required: true, example: '10/04/2024' },
    { key: 'databaseReference', required: true, example: 'CSDL-2024-000123' },
    { key: 'enteredOn', required: true, example: '12/04/2024' },
    { key: 'displayedOn', example: '15/04/2024' },
  ],
  read(reader, around) {
    const documentCode = reader.require('documentCode', reader.code('documentCode'));
    const document = documentCode === null ? undefined : around.known.documents.get(documentCode);
    if (documentCode !== null && !document) reader.note('documentCode', 'UNKNOWN_DOCUMENT');
    // What is not promulgated cannot have been announced.
    if (document && document.signedOn === null) reader.note('documentCode', 'CONFLICT');
    const procedureCode = knownProcedure(reader, around);
    const measure = reader.require('measure', reader.oneOf('measure', 'measure', MEASURES));
    const planCode = reader.code('planCode');
    if (planCode !== null && !around.known.plans.has(planCode)) reader.note('planCode', 'NOT_FOUND');
    const announcementNumber = reader.require('announcementNumber', reader.text('announcementNumber', 100));
    const announcedOn = reader.require('announcedOn', pastDate(reader, 'announcedOn', around));
    const databaseReference = reader.require('databaseReference', reader.text('databaseReference', 100));
    const enteredOn = reader.require('enteredOn', pastDate(reader, 'enteredOn', around));
    const displayedOn = pastDate(reader, 'displayedOn', around);
    inOrder(reader, document?.signedOn ?? null, 'announcedOn', announcedOn);
    inOrder(reader, announcedOn, 'enteredOn', enteredOn);
    inOrder(reader, enteredOn, 'displayedOn', displayedOn);
    if (documentCode === null || procedureCode === null || measure === null) return null;
    if (announcementNumber === null || announcedOn === null) return null;
    if (databaseReference === null || enteredOn === null) return null;
    const announced = { announcementNumber, announcedOn };
    const entered = { databaseReference, enteredOn, displayedOn };
    return given({ documentCode, procedureCode, measure, planCode, ...announced, ...entered });
  },
  key: ({ documentCode, procedureCode }) => `${documentCode} ${procedureCode}`,
  keyColumn: 'procedureCode',
  gather: asTheyAre,
};
