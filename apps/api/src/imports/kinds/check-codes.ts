import type { LegalDate } from '@tinhgon/rules/days';
import type { Surroundings } from '../import-kind.ts';
import type { RowReader } from '../row-reader.ts';
import type { ColumnKey } from '../words.ts';

/** An agency must be in the catalogue and exist on the day the row speaks of. */
export function knownAgency(
  reader: RowReader,
  column: ColumnKey,
  { known }: Surroundings,
  day: LegalDate | null,
): string | null {
  const code = reader.require(column, reader.code(column));
  if (code !== null) checkAgency(reader, column, code, known, day);
  return code;
}

export function checkAgency(
  reader: RowReader,
  column: ColumnKey,
  code: string,
  known: Surroundings['known'],
  day: LegalDate | null,
): void {
  const agency = known.agencies.get(code);
  const exists = agency && (day === null || (agency.from <= day && (agency.to === null || day <= agency.to)));
  if (!exists) reader.note(column, 'UNKNOWN_AGENCY');
}

export function knownProgramme(reader: RowReader, { known }: Surroundings): string | null {
  const code = reader.require('programme', reader.code('programme'));
  if (code !== null && !known.programmes.has(code)) reader.note('programme', 'UNKNOWN_PROGRAMME');
  return code;
}

export function knownProcedure(reader: RowReader, { known }: Surroundings): string | null {
  const code = reader.require('procedureCode', reader.code('procedureCode'));
  if (code !== null && !known.procedures.has(code)) reader.note('procedureCode', 'UNKNOWN_PROCEDURE');
  return code;
}

export function knownDrafter(reader: RowReader, { known }: Surroundings): string | null {
  const id = reader.text('drafter', 100);
  if (id !== null && !known.people.has(id)) reader.note('drafter', 'UNKNOWN_PERSON');
  return id;
}

/** What is recorded has happened. */
export function pastDate(reader: RowReader, column: ColumnKey, { today }: Surroundings): LegalDate | null {
  const day = reader.date(column);
  if (day !== null && day > today) reader.note(column, 'DATE_IN_FUTURE');
  return day;
}

export function inOrder(
  reader: RowReader,
  earlier: LegalDate | null,
  column: ColumnKey,
  later: LegalDate | null,
) {
  if (earlier !== null && later !== null && later < earlier) {
    reader.note(column, 'DATE_ORDER', { earliest: earlier });
  }
}
