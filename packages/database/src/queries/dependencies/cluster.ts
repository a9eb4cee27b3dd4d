import type { ClusteredBy } from '@tinhgon/rules/views/dependencies';

/** One procedure with all documents that it needs as far as the focus goes. */
export interface Line {
  readonly procedureCode: string;
  readonly ministry: string;
  /** Whether the reader may see the plan that asks. */
  readonly visible: boolean;
  readonly plan: { readonly code: string; readonly name: string };
  readonly field: string;
  readonly documents: ReadonlyMap<string, boolean>;
}

export interface Cluster {
  /** Says from where it was made: that of a part begins with that of the whole. */
  readonly id: string;
  readonly by: ClusteredBy;
  /** What its members have in common beside their ministry; the first and the last of a part. */
  readonly label: string;
  readonly members: readonly Line[];
}

export interface Clustered {
  readonly singly: readonly Line[];
  readonly groups: readonly Cluster[];
}

/** What a person can take in at once, as boxes of one column. */
export const AT_ONCE = 30;

interface Level {
  readonly by: ClusteredBy;
  readonly key: (line: Line) => string;
  readonly label: (line: Line) => string;
}

const documentsOf = (line: Line): string => [...line.documents.keys()].toSorted().join(' ');

/** From the coarsest to the finest; the first that makes a few parts of what there is, is taken. */
const LEVELS: readonly Level[] = [
  { by: 'ministry', key: (line) => `${line.ministry} ${documentsOf(line)}`, label: () => '' },
  { by: 'ministry', key: ({ ministry }) => ministry, label: () => '' },
  { by: 'documents', key: documentsOf, label: (line) => String(line.documents.size) },
  {
    by: 'plan',
    key: ({ plan }) => plan.code,
    label: ({ plan }) => [plan.code, plan.name].filter(Boolean).join(' '),
  },
  { by: 'field', key: ({ field }) => field, label: ({ field }) => field },
];

/**
 * Up to thirty procedures are drawn each for itself. More become groups, each of which opens (`open` begins with its id)
 * into its procedures or into groups again, so that every one can be reached in a few steps however many there are.
 * Procedures of plans that are not the reader's stand apart by ministry and do not open.
 */
export function cluster(lines: readonly Line[], open: string | undefined): Clustered {
  const closed = Map.groupBy(
    lines.filter(({ visible }) => !visible),
    ({ ministry }) => ministry,
  );
  const hidden = [...closed].map(
    ([ministry, members]): Cluster => ({
      id: `group/closed/${encodeURIComponent(ministry)}`,
      by: 'ministry',
      label: '',
      members,
    }),
  );
  const visible = lines.filter((line) => line.visible);
  const { singly, groups } = split(visible, 'group/open', open ?? '');
  return { singly, groups: [...groups, ...hidden] };
}

function split(lines: readonly Line[], path: string, open: string): Clustered {
  if (lines.length <= AT_ONCE) return { singly: lines, groups: [] };
  const parts = partsOf(lines, path).map((part): Clustered => {
    if (part.members.length === 1) return { singly: part.members, groups: [] };
    const opened = open === part.id || open.startsWith(`${part.id}/`);
    return opened ? split(part.members, part.id, open) : { singly: [], groups: [part] };
  });
  return {
    singly: parts.flatMap(({ singly }) => singly),
    groups: parts.flatMap(({ groups }) => groups),
  };
}

function partsOf(lines: readonly Line[], path: string): Cluster[] {
  for (const { by, key, label } of LEVELS) {
    const parts = Map.groupBy(lines, key);
    if (parts.size < 2 || parts.size > AT_ONCE) continue;
    return [...parts].map(([value, members]) => ({
      id: `${path}/${encodeURIComponent(value)}`,
      by,
      label: members[0] ? label(members[0]) : '',
      members,
    }));
  }
  // Nothing tells them apart but their codes.
  const sorted = lines.toSorted((a, b) => a.procedureCode.localeCompare(b.procedureCode, 'en'));
  const size = Math.max(AT_ONCE, Math.ceil(sorted.length / AT_ONCE));
  return Array.from({ length: Math.ceil(sorted.length / size) }, (_, index) => {
    const members = sorted.slice(index * size, (index + 1) * size);
    const label = [members.at(0), members.at(-1)].map((line) => line?.procedureCode ?? '').join(' – ');
    return { id: `${path}/${index + 1}`, by: 'part', label, members };
  });
}
