import { documentCommandSchema } from '@tinhgon/rules/document/command';
import { describe, expect, it } from 'vitest';
import { RECORDING_STEPS, recordingCommand, recordingSchema, waitingFor } from './kinds.ts';

const HASH = 'a'.repeat(64);
const filled = {
  number: '12/2026/TT-BTP',
  date: '2026-11-20',
  inForceOn: '2027-01-01',
  procedureCodes: ['1.001193'],
};
const measure = (procedureCode: string, flags: object) => ({
  planCode: 'P',
  planName: 'P',
  procedureCode,
  name: { vi: 'x', en: null },
  measure: 'amend' as const,
  announced: false,
  inDatabase: false,
  displayed: false,
  ...flags,
});

describe('recording forms', () => {
  it.each(RECORDING_STEPS)('%s becomes a command the rules accept', (step) => {
    const command = {
      ...recordingCommand(step, filled, HASH),
      commandId: '6f0f2b7e-6a3f-4f6e-9f5d-0d2f9a4d0001',
      expectedVersion: 3,
    };
    expect(documentCommandSchema.safeParse(command).error).toBeUndefined();
  });
  it('asks for what each step needs', () => {
    const empty = { number: '', date: null, inForceOn: null, procedureCodes: [] };
    const fields = (step: (typeof RECORDING_STEPS)[number]) =>
      recordingSchema(step)
        .safeParse(empty)
        .error?.issues.map((issue) => issue.path[0]);
    expect(fields('promulgate')).toEqual(['number', 'date', 'inForceOn']);
    expect(fields('national-database')).toEqual(['number', 'date', 'procedureCodes']);
    expect(fields('public-display')).toEqual(['date', 'procedureCodes']);
  });
  it('offers the procedures that wait for the step, each once', () => {
    const measures = [
      measure('1', {}),
      measure('1', { planCode: 'Q' }),
      measure('2', { announced: true }),
      measure('3', { announced: true, inDatabase: true }),
    ];
    const codes = (step: (typeof RECORDING_STEPS)[number]) =>
      waitingFor(step, measures).map(({ procedureCode }) => procedureCode);
    expect(RECORDING_STEPS.map(codes)).toEqual([[], ['1'], ['2'], ['3']]);
  });
});
