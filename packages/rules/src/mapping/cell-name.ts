/** The letters of a column as spreadsheets show them: 0 is `A`, 26 is `AA`. */
export function columnLetters(place: number): string {
  let letters = '';
  for (let rest = place + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A cell as spreadsheets name it: row 14 of the third column is `C14`. */
export const cellName = (row: number, place: number): string => `${columnLetters(place)}${row}`;
