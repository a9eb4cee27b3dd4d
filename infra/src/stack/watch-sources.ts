import { watch } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

const QUIET_MS = 300;

/** Calls back once after a burst of changes in any of the folders (relative to the root). Gives a function that ends it. */
export function watchSources(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(join(ROOT, folder), { recursive: true }, (_event, file) => {
      if (file === null || file.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(onChange, QUIET_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
