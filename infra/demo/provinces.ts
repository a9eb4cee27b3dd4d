import type { AgencyLine } from './agencies.ts';

/** Resolution 202/2025/QH15: 34 provinces and cities since 1 July 2025, 63 until the day before. */
const DAY_BEFORE = '2025-06-30';
const BEGINNING = '2008-08-01';

const UNCHANGED = [
  'Hà Nội',
  'Huế',
  'Lai Châu',
  'Điện Biên',
  'Sơn La',
  'Lạng Sơn',
  'Quảng Ninh',
  'Thanh Hóa',
  'Nghệ An',
  'Hà Tĩnh',
  'Cao Bằng',
];
/** The province that goes on, and those that went into it. */
const MERGED: Readonly<Record<string, readonly string[]>> = {
  'Tuyên Quang': ['Hà Giang'],
  'Lào Cai': ['Yên Bái'],
  'Thái Nguyên': ['Bắc Kạn'],
  'Phú Thọ': ['Vĩnh Phúc', 'Hòa Bình'],
  'Bắc Ninh': ['Bắc Giang'],
  'Hưng Yên': ['Thái Bình'],
  'Hải Phòng': ['Hải Dương'],
  'Ninh Bình': ['Hà Nam', 'Nam Định'],
  'Quảng Trị': ['Quảng Bình'],
  'Đà Nẵng': ['Quảng Nam'],
  'Quảng Ngãi': ['Kon Tum'],
  'Gia Lai': ['Bình Định'],
  'Khánh Hòa': ['Ninh Thuận'],
  'Lâm Đồng': ['Đắk Nông', 'Bình Thuận'],
  'Đắk Lắk': ['Phú Yên'],
  'Hồ Chí Minh': ['Bình Dương', 'Bà Rịa – Vũng Tàu'],
  'Đồng Nai': ['Bình Phước'],
  'Tây Ninh': ['Long An'],
  'Cần Thơ': ['Sóc Trăng', 'Hậu Giang'],
  'Vĩnh Long': ['Bến Tre', 'Trà Vinh'],
  'Đồng Tháp': ['Tiền Giang'],
  'Cà Mau': ['Bạc Liêu'],
  'An Giang': ['Kiên Giang'],
};
const CITIES = ['Hà Nội', 'Huế', 'Hải Phòng', 'Đà Nẵng', 'Hồ Chí Minh', 'Cần Thơ'];

export function provinces(): AgencyLine[] {
  const staying = [...UNCHANGED, ...Object.keys(MERGED)].map((name) => province(name));
  const ended = Object.entries(MERGED).flatMap(([receiver, names]) =>
    names.map((name) => ({ ...province(name), to: DAY_BEFORE, successor: codeOf(receiver) })),
  );
  return [...staying, ...ended];
}

function province(name: string): AgencyLine {
  const city = CITIES.includes(name);
  const english = plain(name);
  return {
    code: codeOf(name),
    nameVi: `Ủy ban nhân dân ${city ? 'thành phố' : 'tỉnh'} ${name}`,
    nameEn: `People's Committee of ${english} ${city ? 'City' : 'Province'}`,
    kind: 'province',
    from: BEGINNING,
  };
}

const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const codeOf = (name: string): string =>
  `T-${plain(name)
    .replaceAll(/[^A-Za-z]+/g, '-')
    .toUpperCase()}`;
