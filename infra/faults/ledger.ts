/** One recorded event that a command caused. */
export interface Recorded {
  readonly subject: string;
  readonly commandId: string;
  readonly version: number;
  /** What happened. One command may make several things happen, each of them once. */
  readonly event: string;
}

/** A command somebody gave, and all that was ever answered to it. */
export interface Entry {
  readonly subject: string;
  readonly commandId: string;
  readonly type: string;
  /** When it was first sent, in ms since 1970. */
  readonly sentAt: number;
  /** Versions that answers named: one, however often it was asked. */
  readonly versions: Set<number>;
  /** Codes of answers that said no. */
  readonly refusals: Set<string>;
  /** Tries nobody knows the end of: no answer, or one that says that the answer is not known. */
  lost: number;
  acknowledgedAt?: number;
}

export type Standing = 'acknowledged' | 'unknown' | 'refused';

/** What whoever gave it may rely on. One try without an answer may still take effect: that is no refusal. */
export function standing({ versions, lost }: Entry): Standing {
  if (versions.size > 0) return 'acknowledged';
  return lost > 0 ? 'unknown' : 'refused';
}

/**
 * What the record did with the commands, in sentences; nothing where every acknowledged command is in it exactly once,
 * every unknown one at most once and no other. `recorded` holds every event with a command of the subjects concerned.
 */
export function judge(ledger: readonly Entry[], recorded: readonly Recorded[]): string[] {
  const found = new Map<string, Recorded[]>();
  for (const one of recorded) found.set(one.commandId, [...(found.get(one.commandId) ?? []), one]);
  const known = new Set(ledger.map(({ commandId }) => commandId));
  const problems = ledger.flatMap((entry) => judgeOne(entry, found.get(entry.commandId) ?? []));
  for (const { commandId, subject } of recorded)
    if (!known.has(commandId)) problems.push(`${subject}: command ${commandId} was never given`);
  return problems;
}

function judgeOne(entry: Entry, events: readonly Recorded[]): string[] {
  const name = `${entry.subject}: ${entry.type} ${entry.commandId}`;
  const versions = new Set(events.map(({ version }) => version));
  const twice = events.length - new Set(events.map(({ event }) => event)).size;
  if (events.some(({ subject }) => subject !== entry.subject)) return [`${name} is on record elsewhere`];
  if (versions.size > 1 || twice > 0) return [`${name} took effect more than once`];
  switch (standing(entry)) {
    case 'acknowledged': {
      if (entry.versions.size > 1)
        return [`${name} was answered with versions ${[...entry.versions].join(', ')}`];
      const [answered] = entry.versions;
      const [version] = versions;
      if (version === undefined) return [`${name} was acknowledged and is lost`];
      return version === answered ? [] : [`${name} was answered with version ${answered}, is ${version}`];
    }
    case 'refused':
      return versions.size > 0
        ? [`${name} was refused (${[...entry.refusals].join(', ')}) and took effect`]
        : [];
    case 'unknown':
      return [];
  }
}
