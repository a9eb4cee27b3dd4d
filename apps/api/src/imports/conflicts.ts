import { figureKey } from '@tinhgon/database/catalogue/indicator-rows';
import type { ImportConflict } from '@tinhgon/database/imports/errors';
import type { IndicatorFigureRow } from '@tinhgon/database/imports/rows';
import type { Finding } from './problems.ts';

/** Puts what the record would not take back to the lines of the file it came from. */
export function findingsOfConflict(
  { reason, codes }: ImportConflict,
  lines: readonly { readonly row: number; readonly line: unknown }[],
): Finding[] {
  const wrong = new Set(codes);
  const seen = new Set<string>();
  return lines.flatMap(({ row, line }): Finding[] => {
    const { code, documentCode, planCode, procedureCode } = line as Readonly<
      Record<string, string | undefined>
    >;
    if (reason === 'unexplained') {
      const figure = line as IndicatorFigureRow;
      const named = code ?? figureKey(figure);
      return wrong.has(named) ? [{ row, column: 'reason', code: 'REASON_REQUIRED' }] : [];
    }
    if (reason === 'not-linked') {
      const named = `${planCode}/${procedureCode}`;
      return wrong.has(named) ? [{ row, column: 'planCode', code: 'NOT_LINKED', value: planCode }] : [];
    }
    const fact = `${documentCode}/${procedureCode}`;
    if (reason === 'on-record' && procedureCode !== undefined) {
      return wrong.has(fact)
        ? [{ row, column: 'procedureCode', code: 'CONFLICT', value: procedureCode }]
        : [];
    }
    // One word for a plan or document, however many lines it has.
    const subject = documentCode ?? code ?? '';
    if (!wrong.has(subject) || seen.has(subject)) return [];
    seen.add(subject);
    const column = documentCode === undefined ? 'code' : 'documentCode';
    return [{ row, column, code: 'CONFLICT', value: subject }];
  });
}
