import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeOlder } from './remove-older.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tinhgon-backups-'));
  mkdirSync(join(folder, 'wal'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A backup of an hour that reads the log from a segment on. */
function backup(hour: string, segment: string): string {
  const name = `2026-03-01T${hour}0000.000Z`;
  const at = `2026-03-01T${hour}:00:00.000Z`;
  mkdirSync(join(folder, name, 'postgres'), { recursive: true });
  const described = { moment: at, wholeAt: at, temporalFile: true };
  writeFileSync(join(folder, name, 'backup.json'), JSON.stringify(described));
  const label = `START WAL LOCATION: 0/2000028 (file ${segment})\nCHECKPOINT LOCATION: 0/2000060\n`;
  writeFileSync(join(folder, name, 'postgres', 'backup_label'), label);
  return name;
}
const archived = (...names: string[]): void => {
  for (const name of names) writeFileSync(join(folder, 'wal', name), '');
};

test('keeps the newest backups and the log they read, of whichever timeline', () => {
  backup('01', '000000010000000000000002');
  const second = backup('02', '000000010000000000000005');
  const third = backup('03', '000000020000000000000008');
  mkdirSync(join(folder, '2026-03-01T003000.000Z.part'));
  mkdirSync(join(folder, '2026-03-01T040000.000Z.part'));
  archived('000000010000000000000004', '000000010000000000000005', '000000020000000000000008');
  archived(
    '000000010000000000000004.00000028.backup',
    '000000020000000000000003',
    '00000002.history',
    '000000010000000000000005.part',
  );

  expect(removeOlder(folder, 2)).toHaveLength(5);
  expect(readdirSync(folder).sort()).toEqual([second, third, '2026-03-01T040000.000Z.part', 'wal']);
  expect(readdirSync(join(folder, 'wal')).sort()).toEqual([
    '000000010000000000000005',
    '000000010000000000000005.part',
    '00000002.history',
    '000000020000000000000008',
  ]);
});

test('removes nothing where there are no more, and nothing that is no backup', () => {
  const first = backup('01', '000000010000000000000002');
  mkdirSync(join(folder, 'letters'));
  archived('000000010000000000000002');
  expect(removeOlder(folder, 3)).toEqual([]);
  expect(readdirSync(folder).sort()).toEqual([first, 'letters', 'wal']);
});
