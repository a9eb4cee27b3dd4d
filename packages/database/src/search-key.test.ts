import { expect, test } from 'vitest';
import { searchKey, searchPatterns } from './search-key.ts';

test('marks, case and blanks make no difference, composed or not', () => {
  expect(searchKey('  ĐĂNG ký\n hộ  tịch ')).toBe('dang ky ho tich');
  expect(searchKey('Đăng ký'.normalize('NFD'))).toBe(searchKey('Đăng ký'));
  expect(searchKey('1.001193', null, 'Khai sinh')).toBe('1.001193 khai sinh');
});

test('each word is a pattern of its own, and wildcards stand for themselves', () => {
  expect(searchPatterns('Khai  SINH')).toEqual(['%khai%', '%sinh%']);
  expect(searchPatterns('50%_\\')).toEqual(['%50\\%\\_\\\\%']);
  expect(searchPatterns('   ')).toEqual([]);
  expect(searchPatterns(undefined)).toEqual([]);
});
