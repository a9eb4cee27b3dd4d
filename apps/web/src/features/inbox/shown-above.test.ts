import { expect, it } from 'vitest';
import { notShown } from './shown-above.ts';

const line = (field: string, before: string, after: string) => ({ field, label: field, before, after });
const papers = line('papers', 'Tờ khai; Sổ', 'Tờ khai');

it('tells a change once, and a change since another moment too', () => {
  const shown = [{ key: '1.001', lines: [papers] }];
  expect(notShown([papers, line('fee', '', '5')], shown, '1.001')).toEqual([line('fee', '', '5')]);
  expect(notShown([papers], shown, '1.002')).toEqual([papers]);
  const earlier = line('papers', 'Sổ', 'Tờ khai');
  expect(notShown([earlier], shown, '1.001')).toEqual([earlier]);
  expect(notShown([papers], [], '1.001')).toEqual([papers]);
});
