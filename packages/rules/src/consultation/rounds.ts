interface Asked {
  readonly askedOn: string;
  readonly by: string;
  readonly note: string;
}

/** Those asked on one day, by the same day and about the same, in the order they were asked: one letter goes to them. */
export function roundsOf<One extends Asked>(consultations: readonly One[]): (readonly One[])[] {
  const rounds = new Map<string, One[]>();
  for (const one of consultations) {
    const key = JSON.stringify([one.askedOn, one.by, one.note]);
    const round = rounds.get(key);
    if (round) round.push(one);
    else rounds.set(key, [one]);
  }
  return [...rounds.values()];
}
