interface Standing {
  readonly code: string;
  readonly to: string | null;
  readonly successor: string | null;
}

/** Who has the work of an agency that has ended, by now: successors end too. Null where nobody does. */
export function successorOf<Agency extends Standing>(
  agencies: readonly Agency[],
  code: string,
  day: string,
): Agency | null {
  const seen = new Set<string>();
  let next = agencies.find((one) => one.code === code);
  while (next && next.to !== null && next.to < day && !seen.has(next.code)) {
    seen.add(next.code);
    const { successor } = next;
    next = agencies.find((one) => one.code === successor);
  }
  return next && (next.to === null || next.to >= day) ? next : null;
}
