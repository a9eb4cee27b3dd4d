import type { ProgrammeTaskRow } from '@tinhgon/database/imports/rows';
import { NAME_MAX, REASON_MAX } from '@tinhgon/rules/text';
import { asTheyAre, type KindOfImport } from '../import-kind.ts';
import { inOrder, knownAgency, knownProgramme, pastDate } from './check-codes.ts';

/** Tasks of a programme, one line each. */
export const programmeTasks: KindOfImport<'programme-tasks', ProgrammeTaskRow> = {
  kind: 'programme-tasks',
  columns: [
    { key: 'code', required: true, example: 'NV-01' },
    { key: 'programme', required: true, example: '896' },
    { key: 'task', required: true, example: 'Rà soát, đơn giản hóa thủ tục nội bộ' },
    { key: 'assigningPaper', required: true, example: 'Kế hoạch số 15/KH-BTP' },
    { key: 'leadAgency', required: true, example: 'BTP' },
    { key: 'person', example: '', rare: true },
    { key: 'assignedOn', required: true, example: '15/01/2026' },
    { key: 'deadline', required: true, example: '30/06/2026' },
    { key: 'doneOn', example: '' },
    { key: 'result', example: '' },
    { key: 'reason', example: '' },
  ],
  read(reader, around) {
    const code = reader.require('code', reader.code('code'));
    const programme = knownProgramme(reader, around);
    const name = reader.require('task', reader.text('task', NAME_MAX));
    const paper = reader.require('assigningPaper', reader.text('assigningPaper', 500));
    const assignedOn = reader.require('assignedOn', reader.date('assignedOn'));
    const owner = knownAgency(reader, 'leadAgency', around, assignedOn);
    const person = reader.text('person', 100);
    if (person !== null && !around.known.people.has(person)) reader.note('person', 'UNKNOWN_PERSON');
    const deadline = reader.require('deadline', reader.date('deadline'));
    const doneOn = pastDate(reader, 'doneOn', around);
    inOrder(reader, assignedOn, 'deadline', deadline);
    inOrder(reader, assignedOn, 'doneOn', doneOn);
    const result = reader.text('result', 500) ?? '';
    const reason = reader.text('reason', REASON_MAX) ?? '';
    if (code === null || programme === null || name === null || paper === null || owner === null) return null;
    if (assignedOn === null || deadline === null) return null;
    return { code, programme, name, paper, owner, person, assignedOn, deadline, doneOn, result, reason };
  },
  key: ({ code }) => code,
  keyColumn: 'code',
  gather: asTheyAre,
};
