import { isDeepStrictEqual } from 'node:util';
import type { PlanContent } from '@tinhgon/rules/content';
import type { PlanMeasure } from '@tinhgon/rules/plan/state';
import type { z } from 'zod';
import type { planChangesView } from './changes-view.ts';

/** A plan as it was saved: its content, and the links that are no part of the content. */
export interface Saving {
  readonly content: PlanContent;
  readonly measures: readonly Pick<PlanMeasure, 'procedureCode' | 'documents'>[];
}
type Change = z.infer<typeof planChangesView>[number];
type MeasureChange = Change['measures'][number];

const NESTED = ['current', 'proposed'] as const;

/** Which fields differ between two savings; names only, the reader sees the values in the plan. */
export function compareSavings(before: Saving, after: Saving): Pick<Change, 'header' | 'measures'> {
  const { measures: oldMeasures, ...oldHeader } = before.content;
  const { measures: newMeasures, ...newHeader } = after.content;
  const codes = [...newMeasures, ...oldMeasures].map(({ procedureCode }) => procedureCode);
  return {
    header: changedFields(oldHeader, newHeader),
    measures: [...new Set(codes)].flatMap((code) => compareMeasure(code, before, after)),
  };
}

function compareMeasure(procedureCode: string, before: Saving, after: Saving): MeasureChange[] {
  const [old, now] = [before, after].map(({ content }) =>
    content.measures.find((measure) => measure.procedureCode === procedureCode),
  );
  if (!now) return old ? [{ procedureCode, change: 'removed', measure: old.measure, fields: [] }] : [];
  if (!old) return [{ procedureCode, change: 'added', measure: now.measure, fields: [] }];
  const fields = changedFields(old, now, NESTED);
  const links = ({ measures }: Saving) =>
    measures.find((measure) => measure.procedureCode === procedureCode)?.documents ?? [];
  if (!isDeepStrictEqual(links(before), links(after))) fields.push('documents');
  return fields.length === 0 ? [] : [{ procedureCode, change: 'changed', measure: now.measure, fields }];
}

/** Fields named in `nested` are compared one level down: `proposed.papers`. */
function changedFields(before: object, after: object, nested: readonly string[] = []): string[] {
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((name) => {
    if (isDeepStrictEqual(old[name], now[name])) return [];
    if (!nested.includes(name)) return [name];
    return changedFields(old[name] ?? {}, now[name] ?? {}).map((part) => `${name}.${part}`);
  });
}
