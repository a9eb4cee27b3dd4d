import { assertNever } from '@tinhgon/rules/vocabulary';
import type { FileSort, FileView } from '@tinhgon/rules/views/files';

const NAMES = new Intl.Collator('vi', { numeric: true });

/** Those that came at once, or are alike, stay in the order in which they came. */
export function sortFiles<One extends Pick<FileView, 'step' | 'title' | 'versions'>>(
  files: readonly One[],
  sort: FileSort,
  steps: readonly string[],
): One[] {
  const newest = ({ versions }: One) => versions[0];
  switch (sort) {
    case 'step':
      return files.toSorted((a, b) => steps.indexOf(a.step) - steps.indexOf(b.step));
    case 'newest':
      return files.toSorted((a, b) =>
        (newest(b)?.attachedAt ?? '').localeCompare(newest(a)?.attachedAt ?? ''),
      );
    case 'name':
      return files.toSorted((a, b) => NAMES.compare(a.title, b.title));
    case 'size':
      return files.toSorted((a, b) => (newest(b)?.bytes ?? 0) - (newest(a)?.bytes ?? 0));
    default:
      return assertNever(sort);
  }
}
