import { expect, test } from 'vitest';
import { Problem } from '../problem.ts';
import { readSettings } from './settings.ts';

test.each(['PORT', 'IDENTITY_PORT', 'TEMPORAL_UI_PORT'])('%s is one that browsers open', (name) => {
  expect(() => readSettings({ [name]: '4190' })).toThrow(Problem);
  expect(readSettings({ [name]: '4191' })).toMatchObject({ [name]: 4191 });
});

test('servers that no browser opens may have any port', () => {
  expect(readSettings({ POSTGRES_PORT: '6000' })).toMatchObject({ POSTGRES_PORT: 6000 });
});
