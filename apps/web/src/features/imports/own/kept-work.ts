import type { ImportKind } from '@tinhgon/rules/views/import';
import type { MappedOrder } from '@tinhgon/rules/views/import-mapping';

/** What one has done to a spreadsheet so far. The browser keeps it, so that a reload or an error loses nothing. */
export interface Work {
  readonly kind: ImportKind;
  readonly step: 'columns' | 'preview';
  readonly order: MappedOrder;
  /** The version of the kept mapping it began with. */
  readonly basedOn: number;
}

interface Kept {
  readonly file: File | null;
  readonly work: Work | null;
}

const STORE = 'work';
const NOTHING: Kept = { file: null, work: null };

/** Only a person’s own: who signs in after them at the same desk finds nothing, and what was left there goes. */
export async function takeUp(person: string): Promise<Kept> {
  try {
    const [owner, file, work] = await Promise.all([
      get<string>('owner'),
      get<File>('file'),
      get<Work>('work'),
    ]);
    if (owner === person) return { file: file ?? null, work: work ?? null };
    await letGo();
  } catch {
    // A browser that keeps nothing (a private window) still imports.
  }
  return NOTHING;
}

export async function keepFile(person: string, file: File): Promise<void> {
  await put({ owner: person, file, work: undefined }).catch(() => undefined);
}

export async function keepWork(work: Work): Promise<void> {
  await put({ work }).catch(() => undefined);
}

export async function letGo(): Promise<void> {
  await put({ owner: undefined, file: undefined, work: undefined }).catch(() => undefined);
}

const open = (): Promise<IDBDatabase> => {
  const request = indexedDB.open('tinhgon-import', 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  return done(request);
};

async function get<T>(key: string): Promise<T | undefined> {
  const database = await open();
  const value = await done<T | undefined>(database.transaction(STORE).objectStore(STORE).get(key));
  database.close();
  return value;
}

async function put(values: Readonly<Record<string, unknown>>): Promise<void> {
  const database = await open();
  const store = database.transaction(STORE, 'readwrite').objectStore(STORE);
  await Promise.all<unknown>(
    Object.entries(values).map(([key, value]) =>
      value === undefined ? done(store.delete(key)) : done(store.put(value, key)),
    ),
  );
  database.close();
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser kept nothing'));
  });
