import type { Actor } from '../src/actor.ts';
import type { FunctionCode } from '../src/vocabulary.ts';

/** A person of the tests: `agency` is where they work, functions cover that agency unless `national`. */
export function person(
  id: string,
  functions: readonly FunctionCode[],
  { agency = 'BTP', national = false, roles = [] as Actor['roles'] } = {},
): Actor {
  return {
    id,
    name: `Người ${id}`,
    agency,
    roles: [...roles],
    assignments: functions.map((code) => ({ function: code, agency: national ? null : agency })),
  };
}

export const lan = person('lan', ['drafter']);
export const hoa = person('hoa', ['drafter', 'procedure-control']);
export const duc = person('duc', ['procedure-control']);
export const minh = person('minh', ['minister']);
export const phap = person('phap', ['legal-department']);
export const niem = person('niem', ['public-display']);
export const tham = person('tham', ['appraisal'], { national: true });
export const tra = person('tra', ['verification'], { agency: 'VPCP', national: true });
export const chinhPhu = person('chinhphu', ['government', 'prime-minister', 'national-assembly'], {
  agency: 'CP',
  national: true,
});
export const admin = person('admin', [], { roles: ['administrator'] });
export const office = person('office', [], { roles: ['programme-office'] });
export const stranger = person('stranger', ['drafter', 'procedure-control', 'minister'], { agency: 'BYT' });

export const everyone = [lan, hoa, duc, minh, phap, niem, tham, tra, chinhPhu, admin, office, stranger];
