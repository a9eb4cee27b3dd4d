import type { OpenStep } from '@tinhgon/rules/step';
import { describe, expect, it } from 'vitest';
import { details } from '../src/subject/details.ts';
import { commandFingerprint } from '../src/subject/fingerprint.ts';
import { summary } from '../src/subject/start-options.ts';
import { fill, wordsOf } from '../src/words.ts';

const STEP: OpenStep = {
  key: 'quality-check',
  kind: 'check',
  function: 'procedure-control',
  agency: 'BTP',
  openedAt: '2026-03-02T18:00:00.000Z',
  dueOn: '2026-03-10',
  compressed: false,
  timing: 'due-soon',
  holder: null,
  heldSince: null,
};
const portrait = {
  title: 'BTP-2026-001 · Tên *lạ* [x](http://y)',
  phase: 'đang trình',
  facts: ['2 thủ tục'],
  agency: 'BTP',
  programme: '896',
  procedures: 2,
};
const page = { place: 'plans', code: 'BTP-2026-001' } as const;
const recent = [{ type: 'submitted', at: '2026-03-02T18:00:00.000Z', by: 'Lan', step: 'review' }];
const shown = (locale: 'vi' | 'en', steps: readonly OpenStep[] = [STEP]) =>
  details({ locale, publicUrl: 'http://app' }, page, portrait, steps, recent);

describe('what a supervisor reads', () => {
  it('is in the language of the deployment, with the days of Viet Nam', () => {
    expect(shown('vi')).toContain(
      '- **Kiểm soát chất lượng**: chưa có người nhận; Kiểm soát thủ tục hành chính (BTP); mở từ 03/03/2026; hạn 10/03/2026 (sắp đến hạn)',
    );
    expect(shown('vi')).toContain('- 03/03/2026 · trình: Rà soát, tính chi phí tuân thủ · Lan');
    expect(shown('en')).toContain('open since 2026-03-03; due 2026-03-10 (due soon)');
    expect(shown('en', [])).toContain('No step is waiting for anybody.');
  });

  it('sets its lists apart, which the Temporal UI shows as running text otherwise', () => {
    const before = shown('vi').split('\n');
    const lists = before.flatMap((line, at) => (line.startsWith('- ') ? [before[at - 1]] : []));
    expect(lists).toEqual(['', '']);
  });

  it('shows what people typed as they typed it, never as Markdown', () => {
    expect(shown('vi')).toContain(String.raw`Tên \*lạ\* \[x\](http://y)`);
  });

  it('leaves no place unfilled', () => {
    expect(shown('vi') + shown('en')).not.toContain('{{');
    expect(fill('{{a}} {{b}}', { a: 1 })).toBe('1 {{b}}');
  });

  it('has the same words in both languages', () => {
    const keys = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'object' ? keys(value as object).map((inner) => `${key}.${inner}`) : [key],
      );
    expect(keys(wordsOf('en')).sort()).toEqual(keys(wordsOf('vi')).sort());
  });

  it('keeps summaries within the 400 bytes the server takes', () => {
    expect(new TextEncoder().encode(summary('ữ'.repeat(500))).length).toBeLessThanOrEqual(400);
    expect(summary('ngắn')).toBe('ngắn');
  });
});

describe('the fingerprint of a command', () => {
  const lan = { id: 'lan', name: 'Lan', agency: 'BTP', roles: [], assignments: [] };
  it('depends on what is asked and by whom, not on what they may do that day', () => {
    const command = { type: 'comment', text: 'x', actor: lan };
    const promoted = { ...command, actor: { ...lan, name: 'Lan B', agency: 'BTC' } };
    expect(commandFingerprint(promoted)).toBe(commandFingerprint(command));
    expect(commandFingerprint({ ...command, text: 'y' } as typeof command)).not.toBe(
      commandFingerprint(command),
    );
    expect(commandFingerprint({ ...command, actor: { ...lan, id: 'an' } })).not.toBe(
      commandFingerprint(command),
    );
  });
});
