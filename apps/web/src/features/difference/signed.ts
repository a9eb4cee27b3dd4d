/** A change as people read it: +3, −2, and 0 as a dash. */
export const signed = (value: number, number: (value: number) => string): string => {
  if (value === 0) return '–';
  return value > 0 ? `+${number(value)}` : `−${number(-value)}`;
};
