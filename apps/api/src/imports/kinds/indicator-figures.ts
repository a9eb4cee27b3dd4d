import type { IndicatorFigureRow } from '@tinhgon/database/imports/rows';
import { judgeEntry, objectionToEntering } from '@tinhgon/rules/indicator/entering';
import { ENTRY_KINDS, INDICATOR_GROUPS, type Whose } from '@tinhgon/rules/indicator/indicator';
import { periodSchema } from '@tinhgon/rules/indicator/period';
import { REASON_MAX } from '@tinhgon/rules/text';
import { asTheyAre, type KindOfImport, type Surroundings } from '../import-kind.ts';
import type { RowReader } from '../row-reader.ts';
import { codeOfWord, type ColumnKey } from '../words.ts';

/** Columns of what the rules name in a rejection. */
const COLUMN_OF: Readonly<Record<string, ColumnKey>> = {
  period: 'period',
  agency: 'whose',
  kind: 'figureKind',
  amount: 'amount',
  outOf: 'outOf',
  reason: 'reason',
};

/** Values and targets of indicators, one line for each period and agency or group. */
export const indicatorFigures: KindOfImport<'indicator-figures', IndicatorFigureRow> = {
  kind: 'indicator-figures',
  columns: [
    { key: 'indicator', required: true, example: 'online-application-rate' },
    { key: 'period', required: true, example: '2026-Q3' },
    { key: 'whose', required: true, example: 'BTP' },
    { key: 'figureKind', example: 'Số liệu' },
    { key: 'amount', required: true, example: '59,57' },
    { key: 'outOf', example: '' },
    { key: 'source', required: true, example: 'Báo cáo số 12/BC-BTP' },
    { key: 'reason', example: '' },
  ],
  read(reader, around) {
    const code = reader.require('indicator', reader.code('indicator'));
    const indicator = code === null ? undefined : around.known.indicators.get(code);
    if (code !== null && !indicator) reader.note('indicator', 'NOT_FOUND');
    const period = periodIn(reader);
    const whose = whoseIn(reader);
    const kind = reader.oneOf('figureKind', 'figureKind', ENTRY_KINDS) ?? 'value';
    const amount = reader.require('amount', reader.decimal('amount'));
    const outOf = reader.integer('outOf', { min: 1, max: 1_000_000_000_000 });
    const source = reader.require('source', reader.text('source', 500));
    const reason = reader.text('reason', REASON_MAX) ?? '';
    if (
      code === null ||
      !indicator ||
      period === null ||
      whose === null ||
      amount === null ||
      source === null
    ) {
      return null;
    }
    const objection = objectionToEntering(around.actor, { kind, ...whose });
    if (objection) {
      reader.note(COLUMN_OF[objection.field ?? ''] ?? null, objection.code, objection.details);
      return null;
    }
    const judged = judgeEntry(
      { code, ...indicator },
      { kind, period, ...whose, amount, outOf, source, reason, basedOn: 0 },
      { agency: agencyOf(whose, around), today: around.today },
    );
    if (judged.ok) return { ...judged.value, reason };
    const { code: wrong, field = '' } = judged.rejection;
    reader.note(COLUMN_OF[field] ?? null, wrong);
    return null;
  },
  key: ({ indicator, kind, period, agency, group }) => [indicator, kind, period, agency, group].join(' '),
  keyColumn: 'whose',
  gather: asTheyAre,
};

function periodIn(reader: RowReader): string | null {
  const text = reader.require('period', reader.text('period', 20));
  if (text === null) return null;
  const read = periodSchema.safeParse(text);
  if (read.success) return read.data;
  reader.note('period', 'INVALID_INPUT');
  return null;
}

/** An agency by its code, or all of a kind by the word for them. */
function whoseIn(reader: RowReader): Whose | null {
  const text = reader.require('whose', reader.text('whose', 200));
  if (text === null) return null;
  const word = codeOfWord('indicatorGroup', text);
  const group = INDICATOR_GROUPS.find((one) => one === word);
  if (group) return { agency: null, group };
  const agency = reader.code('whose');
  return agency === null ? null : { agency, group: null };
}

const agencyOf = ({ agency }: Whose, { known }: Surroundings) =>
  agency === null ? null : known.agencies.get(agency);
