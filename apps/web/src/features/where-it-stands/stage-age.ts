/** Where the next darker shade begins, in days. */
export const AGE_BOUNDS = [15, 45, 90] as const;

/** The shade of an age in days, 0 to the number of bounds. */
export const ageOf = (days: number): number => AGE_BOUNDS.filter((bound) => days > bound).length;
