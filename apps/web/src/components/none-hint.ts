/** What to try where a list of what was asked for is empty: `asked` holds only what was chosen, the day shown among it. */
export function noneHint<NoneYet extends string>(
  asked: object,
  noneYet: NoneYet,
): NoneYet | 'plan.noneFiltered' | 'plan.noneThen' {
  if ('asAt' in asked) return 'plan.noneThen';
  return Object.keys(asked).length > 0 ? 'plan.noneFiltered' : noneYet;
}
