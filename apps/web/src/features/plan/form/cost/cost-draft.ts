import type { ProcedureContent } from '@tinhgon/rules/content';
import type { COST_LINE_KINDS, CostLine, CostSheet, CostSide } from '@tinhgon/rules/cost/sheet';

export type Kind = (typeof COST_LINE_KINDS)[number];
export type Wage = Extract<CostLine['amount'], { by: 'time' }>['wage'];
export const SIDES = ['current', 'proposed'] as const;
export type Side = (typeof SIDES)[number];

/** A sheet while it is filled in: what is not entered yet is null. */
export type AmountDraft =
  | { readonly by: 'time'; readonly minutes: number | null; readonly wage: Wage | null }
  | { readonly by: 'dong'; readonly dong: number | null };
export interface LineDraft extends Omit<CostLine, 'amount'> {
  readonly amount: AmountDraft;
}
export interface SideDraft {
  readonly lines: readonly LineDraft[];
  readonly timesAYear: number | null;
  readonly subjectsAYear: number | null;
}
export interface CostDraft {
  readonly current: SideDraft;
  readonly proposed: SideDraft;
  readonly reestimated: CostSheet['reestimated'];
}

/** A line beside what becomes of it, by where each stands in its side; null where it is left out. */
export interface CostRow {
  readonly key: string;
  readonly kind: Kind;
  readonly name: string;
  /** As it stands in the first of its sides that has one. */
  readonly remark: string;
  readonly at: Readonly<Record<Side, number | null>>;
}

/** Both sides line by line. One whose kind or name differs is told as one that goes and one that comes. */
export function rowsOf({ current, proposed }: CostDraft): CostRow[] {
  const isSame = (a: LineDraft, b: LineDraft) => a.key === b.key && a.kind === b.kind && a.name === b.name;
  const row = ({ key, kind, name, remark = '' }: LineDraft, at: CostRow['at']): CostRow => ({
    key,
    kind,
    name,
    remark: remark || (proposed.lines[at.proposed ?? -1]?.remark ?? ''),
    at,
  });
  const known = current.lines.map((line, index) => {
    const place = proposed.lines.findIndex((one) => isSame(one, line));
    return row(line, { current: index, proposed: place < 0 ? null : place });
  });
  const taken = new Set(known.map(({ at }) => at.proposed));
  const coming = proposed.lines.flatMap((line, index) =>
    taken.has(index) ? [] : [row(line, { current: null, proposed: index })],
  );
  return [...known, ...coming];
}

export const amountAt = (draft: CostDraft, { at }: CostRow, side: Side): AmountDraft | null => {
  const place = at[side];
  return place === null ? null : (draft[side].lines[place]?.amount ?? null);
};

type Change = (line: LineDraft) => LineDraft;
const inBoth = (draft: CostDraft, row: CostRow, change: Change): CostDraft =>
  SIDES.reduce((done, side) => inSide(done, row, side, change), draft);

function inSide(draft: CostDraft, { at }: CostRow, side: Side, change: Change): CostDraft {
  const lines = draft[side].lines.map((line, index) => (index === at[side] ? change(line) : line));
  return tidy({ ...draft, [side]: { ...draft[side], lines } });
}

export const withName = (draft: CostDraft, row: CostRow, name: string): CostDraft =>
  inBoth(draft, row, (line) => ({ ...line, name }));

/** The same in both sides; a line without one has none, rather than an empty one. */
export const withRemark = (draft: CostDraft, row: CostRow, remark: string): CostDraft =>
  inBoth(draft, row, ({ remark: _before, ...line }) => (remark === '' ? line : { ...line, remark }));

/** A fee is paid in đồng. */
export const withKind = (draft: CostDraft, row: CostRow, kind: Kind): CostDraft =>
  inBoth(draft, row, (line) => ({
    ...line,
    kind,
    amount: kind === 'fee' && line.amount.by === 'time' ? { by: 'dong', dong: null } : line.amount,
  }));

export const withAmount = (draft: CostDraft, row: CostRow, side: Side, amount: AmountDraft): CostDraft =>
  inSide(draft, row, side, (line) => ({ ...line, amount }));

/** Leaves a line out of one side; out of both it is gone. */
export function without(draft: CostDraft, { at }: CostRow, sides: readonly Side[]): CostDraft {
  const left = (side: Side) => draft[side].lines.filter((_, index) => index !== at[side]);
  return tidy(
    sides.reduce((done, side) => ({ ...done, [side]: { ...done[side], lines: left(side) } }), draft),
  );
}

/** Brings a line that was left out of one side back, as it is in the other. */
export function withBack(draft: CostDraft, { at }: CostRow, side: Side): CostDraft {
  const other = side === 'current' ? 'proposed' : 'current';
  const line = draft[other].lines[at[other] ?? -1];
  return line ? { ...draft, [side]: { ...draft[side], lines: [...draft[side].lines, line] } } : draft;
}

export function withNew(draft: CostDraft, kind: Kind, wage: Wage | null): CostDraft {
  const line: LineDraft = {
    key: freeKey(draft),
    kind,
    name: '',
    amount:
      kind === 'fee' || kind === 'other' ? { by: 'dong', dong: null } : { by: 'time', minutes: null, wage },
  };
  const add = (side: Side): SideDraft => ({ ...draft[side], lines: [...draft[side].lines, line] });
  return { ...draft, current: add('current'), proposed: add('proposed') };
}

function freeKey({ current, proposed }: CostDraft): string {
  const taken = new Set([...current.lines, ...proposed.lines].map(({ key }) => key));
  let number = taken.size + 1;
  while (taken.has(`L${number}`)) number += 1;
  return `L${number}`;
}

/** Only a line of both sides, of one kind and not a fee, can have been estimated anew. */
export const canBeReestimated = ({ kind, at }: CostRow): boolean =>
  kind !== 'fee' && at.current !== null && at.proposed !== null;

function tidy(draft: CostDraft): CostDraft {
  const may = new Set(
    rowsOf(draft)
      .filter(canBeReestimated)
      .map(({ key }) => key),
  );
  const lines = draft.reestimated.lines.filter((key) => may.has(key));
  return { ...draft, reestimated: { ...draft.reestimated, lines } };
}

/** What a procedure's content says already: its papers, and its fee. */
export function draftFrom(
  content: Readonly<Record<Side, ProcedureContent>>,
  wage: Wage | null,
  feeName: string,
): CostDraft {
  const names = [...new Set(SIDES.flatMap((side) => content[side].papers.map(({ name }) => name)))].filter(
    Boolean,
  );
  const papers = (side: Side): LineDraft[] =>
    names.flatMap((name, index) =>
      content[side].papers.some((paper) => paper.name === name)
        ? [{ key: `L${index + 1}`, kind: 'paper', name, amount: { by: 'time', minutes: null, wage } }]
        : [],
    );
  const fee = (side: Side): LineDraft[] => {
    const dong = content[side].feeDong;
    return dong === null
      ? []
      : [{ key: `L${names.length + 1}`, kind: 'fee', name: feeName, amount: { by: 'dong', dong } }];
  };
  const filled = (side: Side): SideDraft => ({
    lines: [...papers(side), ...fee(side)],
    timesAYear: null,
    subjectsAYear: null,
  });
  return {
    current: filled('current'),
    proposed: filled('proposed'),
    reestimated: { lines: [], times: false, subjects: false },
  };
}

/** An amount of which nothing is missing. */
export function reckonedAmount(amount: AmountDraft): CostLine['amount'] | null {
  if (amount.by === 'dong') return isWhole(amount.dong) ? { by: 'dong', dong: amount.dong } : null;
  const { minutes, wage } = amount;
  return isWhole(minutes) && wage ? { by: 'time', minutes, wage } : null;
}

/** What can be reckoned of it so far; `complete` where nothing is missing. */
export function reckonable(draft: CostDraft): { readonly sheet: CostSheet; readonly complete: boolean } {
  let complete = true;
  const missing = (): null => {
    complete = false;
    return null;
  };
  const side = ({ lines, timesAYear, subjectsAYear }: SideDraft): CostSide => ({
    lines: lines.flatMap((line) => {
      const amount = reckonedAmount(line.amount) ?? missing();
      return amount ? [{ ...line, amount }] : [];
    }),
    timesAYear: isWhole(timesAYear) ? timesAYear : (missing() ?? 0),
    subjectsAYear: isWhole(subjectsAYear) ? subjectsAYear : (missing() ?? 0),
  });
  return {
    sheet: { current: side(draft.current), proposed: side(draft.proposed), reestimated: draft.reestimated },
    complete,
  };
}

/** What is typed may be anything for a moment. */
const isWhole = (value: number | null): value is number =>
  value !== null && Number.isSafeInteger(value) && value >= 0;
