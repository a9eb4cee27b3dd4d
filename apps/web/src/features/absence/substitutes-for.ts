import type { DelegationsView } from '@tinhgon/rules/views/delegation';

type Substitutes = DelegationsView['substitutes'];

/**
 * Who could stand in: first those who hold one of the functions that are given themselves, then everybody else.
 *
 * @param chosen ids of the assignments that are given; null for all of them.
 */
export function substitutesFor(
  { substitutes, assignments }: Pick<DelegationsView, 'substitutes' | 'assignments'>,
  chosen: readonly string[] | null,
): readonly [Substitutes, Substitutes] {
  const given = new Set(
    assignments.filter(({ id }) => chosen === null || chosen.includes(id)).map((held) => held.function),
  );
  const holds = ({ functions }: Substitutes[number]) => functions.some((code) => given.has(code));
  return [substitutes.filter(holds), substitutes.filter((one) => !holds(one))];
}
