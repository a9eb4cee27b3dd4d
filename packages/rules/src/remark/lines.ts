import type { DocumentContent, PlanContent, ProcedureContent } from '../content.ts';
import type { RemarkPlace } from './state.ts';

/** What stands at a place of a plan's or document's content: what a remark made there is about. */
export type Lines = readonly [current: unknown, proposed: unknown];

const NOTHING: Lines = [null, null];

/** @param content the content row of a plan or document, as it was stored; anything else has no lines. */
export function linesOf(
  content: unknown,
  { field, procedureCode }: Pick<RemarkPlace, 'field' | 'procedureCode'>,
): Lines {
  if (typeof content !== 'object' || content === null) return NOTHING;
  if (procedureCode === undefined) return [null, (content as DocumentContent)[field as never] ?? null];
  const measure = (content as PlanContent).measures?.find((one) => one.procedureCode === procedureCode);
  return [part(measure?.current, field), part(measure?.proposed, field)];
}

function part(content: ProcedureContent | undefined, field: string): unknown {
  return content?.[(field === 'fee' ? 'feeDong' : field) as keyof ProcedureContent] ?? null;
}

/** How many papers, steps, articles … stand at a place; a line that is no list has none to point at. */
export const lineCount = ([current, proposed]: Lines): number =>
  Math.max(...[current, proposed].map((list) => (Array.isArray(list) ? list.length : 0)));

/** One paper, step or article in words: as proposed, else as it is today. */
export function lineAt([current, proposed]: Lines, index: number): string | null {
  for (const list of [proposed, current]) {
    const line: unknown = Array.isArray(list) ? list[index] : undefined;
    if (typeof line === 'string') return line;
    if (typeof line === 'object' && line !== null && 'name' in line) return String(line.name);
  }
  return null;
}
