/**
 * Answers of `ask` kept for a while by what was asked; those who ask while it is being found out wait for the same
 * answer. What failed is not kept.
 */
export function keepFor<T>(ms: number, ask: (what: string) => Promise<T>): (what: string) => Promise<T> {
  const kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();
  return (what) => {
    const known = kept.get(what);
    if (known && known.until > performance.now()) return known.answer;
    for (const [other, { until }] of kept) if (until <= performance.now()) kept.delete(other);
    const answer = ask(what);
    kept.set(what, { until: performance.now() + ms, answer });
    answer.catch(() => kept.delete(what));
    return answer;
  };
}
