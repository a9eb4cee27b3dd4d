import type { Agency } from '@tinhgon/rules/views/catalogue';

/** An agency as papers name it. */
export interface Issuer {
  readonly code: string;
  readonly name: string;
  /** Who leads it: `Bộ trưởng`. */
  readonly leader: string;
}

export function issuerOf(agency: Pick<Agency, 'code' | 'nameVi' | 'kind'>): Issuer {
  const { code, nameVi: name, kind } = agency;
  return {
    code,
    name,
    leader: kind === 'ministry' ? 'Bộ trưởng' : kind === 'province' ? 'Chủ tịch' : 'Thủ trưởng',
  };
}

/** `Bộ trưởng Bộ Tư pháp`. */
export const leaderOf = ({ leader, name }: Issuer): string => `${leader} ${name}`;

const HEADS = [
  ['Vụ', 'Vụ trưởng'],
  ['Cục', 'Cục trưởng'],
  ['Tổng cục', 'Tổng cục trưởng'],
  ['Văn phòng', 'Chánh Văn phòng'],
  ['Thanh tra', 'Chánh Thanh tra'],
] as const;

/** Who leads a unit of an agency, by the kind of unit its name begins with. */
export const headOfUnit = (unit: string): string =>
  HEADS.find(([kind]) => unit.startsWith(`${kind} `))?.[1] ?? 'Thủ trưởng đơn vị';
