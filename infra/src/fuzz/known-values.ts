/** Values that exist in the system under test, by the name of the field that takes them; `code` and `id` by their list. */
export type KnownValues = Readonly<Record<string, readonly (string | number)[]>>;

const LISTED = 6;
const DAYS = ['2024-12-31', '2025-06-30', '2026-06-01'];
/** Fields that take a day of the calendar; the document knows them as text. */
const DAY_FIELDS = [
  'asAt',
  'from',
  'to',
  'since',
  'date',
  'day',
  'deadline',
  'reviewOn',
  'signedOn',
  'inForceOn',
  'askedOn',
  'answeredOn',
  'answerBy',
  'enteredOn',
  'displayedOn',
  'effectiveOn',
  'assignedOn',
  'periodFrom',
  'periodTo',
];
/** Lists whose items have addresses of their own, and what those are called there. */
const LISTS = {
  plans: 'code',
  documents: 'code',
  procedures: 'code',
  bottlenecks: 'code',
  campaigns: 'code',
  inspections: 'code',
  indicators: 'code',
  'programme-tasks': 'code',
  operations: 'id',
  reports: 'id',
  figures: 'id',
  files: 'fileId',
} as const;

interface Api {
  readonly url: string;
  readonly token: string;
}

/** Asks the API what there is: made-up codes alone would hear "not found" for ever. */
export async function knownValues(
  api: Api,
  about: {
    readonly programme: string;
    readonly people: readonly string[];
    readonly agencies: readonly string[];
  },
): Promise<KnownValues> {
  const known: Record<string, (string | number)[]> = {};
  const add = (name: string, ...values: unknown[]) => {
    const fit = values.filter((value) => typeof value === 'string' || typeof value === 'number');
    known[name] = [...new Set([...(known[name] ?? []), ...fit])];
  };
  for (const [list, name] of Object.entries(LISTS)) {
    for (const item of await items(api, `/${list}?programme=${about.programme}`, `/${list}`))
      add(list, item[name]);
  }
  const chains = await items(api, '/chains');
  add('chains', ...chains.map(({ id }) => id));
  for (const kind of ['plans', 'documents']) {
    for (const code of known[kind] ?? []) {
      const seen = (await get(api, `/${kind}/${code}`)) as Record<string, unknown> | null;
      add('contentHash', seen?.['contentHash']);
      add('expectedVersion', seen?.['version']);
    }
  }
  add('programme', about.programme);
  add('programmes', about.programme);
  add('people', ...about.people);
  for (const name of ['ministry', 'agency', 'leadAgency', 'coAgencies', 'responsible', 'owner', 'agencies']) {
    add(name, ...about.agencies);
  }
  for (const name of ['person', 'personId', 'substituteId', 'to']) add(name, ...about.people);
  for (const name of ['procedureCode', 'procedureCodes', 'all', 'add', 'remove']) {
    add(name, ...(known['procedures'] ?? []));
  }
  for (const name of ['documentCode', 'document']) add(name, ...(known['documents'] ?? []));
  for (const name of DAY_FIELDS) add(name, ...DAYS);
  add('knownAt', '2025-01-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z');
  add('plan', ...(known['plans'] ?? []));
  return known;
}

async function items(api: Api, ...paths: string[]): Promise<Record<string, unknown>[]> {
  for (const path of paths) {
    const answer = await get(api, path);
    const list = Array.isArray(answer) ? answer : ((answer as { items?: unknown } | null)?.items ?? null);
    if (Array.isArray(list)) return list.slice(0, LISTED) as Record<string, unknown>[];
  }
  return [];
}

/** Null for whatever is no success. */
async function get({ url, token }: Api, path: string): Promise<unknown> {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}` } });
  return response.ok ? await response.json() : null;
}
