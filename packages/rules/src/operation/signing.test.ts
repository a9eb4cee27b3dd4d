import { describe, expect, it } from 'vitest';
import { admin, lan, minh, office, stranger } from '../../tests/people.ts';
import { isBarredFromSigning, objectionToSigning, objectionToUndoing } from './signing.ts';

const report = {
  state: 'done',
  by: office,
  leaders: { BTP: ['minh', 'hai'], BYT: ['stranger', 'minh', 'office'] },
  signatures: [],
} as const;

describe('the report of a change of agencies', () => {
  it('is signed by a leader of each agency, another person for each', () => {
    expect(objectionToSigning(report, 'BTP', minh)).toBeNull();
    expect(objectionToSigning(report, 'BTP', lan)?.code).toBe('NOT_YOUR_STEP');
    expect(objectionToSigning(report, 'BTP', admin)?.code).toBe('NOT_YOUR_STEP');
    const signed = { ...report, signatures: [{ agency: 'BTP', by: minh }] };
    expect(objectionToSigning(signed, 'BYT', minh)?.code).toBe('ALREADY_SIGNED');
    expect(objectionToSigning(signed, 'BTP', { ...minh, id: 'hai' })?.code).toBe('ALREADY_SIGNED');
    expect(objectionToSigning(signed, 'BYT', stranger)).toBeNull();
  });

  it('waits for somebody else where its leader has signed for another agency or carried it out', () => {
    const signed = { ...report, signatures: [{ agency: 'BTP', by: minh }] };
    const barred = (agency: string) =>
      report.leaders.BYT.filter((id) => isBarredFromSigning(signed, agency, id));
    expect(barred('BYT')).toEqual(['minh', 'office']);
    expect(barred('BTP')).toEqual(['office']);
  });

  it('is not signed before the end, nor by whoever carried it out', () => {
    expect(objectionToSigning({ ...report, state: 'running' }, 'BTP', minh)?.code).toBe(
      'OPERATION_NOT_ENDED',
    );
    expect(objectionToSigning(report, 'BYT', office)?.code).toBe('FOUR_EYES');
  });

  it('is undone once, by the programme office, after its end', () => {
    expect(objectionToUndoing({ state: 'done', isUndone: false }, office)).toBeNull();
    expect(objectionToUndoing({ state: 'done', isUndone: true }, office)?.code).toBe('OPERATION_UNDONE');
    expect(objectionToUndoing({ state: 'paused', isUndone: false }, office)?.code).toBe(
      'OPERATION_NOT_ENDED',
    );
    expect(objectionToUndoing({ state: 'done', isUndone: false }, minh)?.code).toBe('FORBIDDEN');
  });
});
