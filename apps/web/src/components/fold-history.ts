interface Entry {
  readonly type: string;
  readonly step: string | null;
  readonly actor: { readonly id: string };
  readonly facts: Readonly<Record<string, unknown>>;
}

/** A plan tells of itself again and again; a row is about whether it is linked and approved. */
const tellsLink = (a: Entry, b: Entry): boolean =>
  a.type === 'planLinked' && b.type === 'planLinked' && a.facts['planCode'] === b.facts['planCode'];

const same = (a: Entry, b: Entry): boolean =>
  a.type === b.type && a.step === b.step && JSON.stringify(a.facts) === JSON.stringify(b.facts);

/** Leaves out what the system told again without anything new: of such a row (newest first) the oldest stays. */
export function foldHistory<T extends Entry>(entries: readonly T[]): T[] {
  return entries.filter((entry, index) => {
    const before = entries.slice(index + 1).find((one) => tellsLink(entry, one));
    if (before) return entry.facts['link'] !== before.facts['link'];
    const older = entries[index + 1];
    return !(entry.actor.id === 'system' && older?.actor.id === 'system' && same(entry, older));
  });
}
