import { CONTENT_ROWS } from '@tinhgon/rules/content-text';
import type { DocumentView } from '@tinhgon/rules/views/document';
import type { PlanView } from '@tinhgon/rules/views/plan';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';
import { useDocumentLabel, useDocumentLines, useMeasureLines } from '../changes/use-changed-lines.ts';
import type { ConfirmItem } from './confirm-item.tsx';

/** What of a plan may be confirmed, or why not, in words. */
export function usePlanConfirmItems(plan: PlanView): readonly ConfirmItem[] {
  const { t } = useTranslation();
  const { name } = useWords();
  const linesOf = useMeasureLines();
  const rows: readonly string[] = CONTENT_ROWS;
  const labelOf = (field: string) =>
    rows.includes(field) ? t(`content.row.${field as (typeof CONTENT_ROWS)[number]}`) : field;
  return plan.confirmable.flatMap(({ step, procedureCode, remarkIds, obstacle, confirm, before }) => {
    const measure = plan.measures.find((one) => one.procedureCode === procedureCode);
    if (!measure) return [];
    const { documents: _links, ...after } = measure;
    const title = `${name(measure.name)} (${procedureCode})`;
    const lines = before ? linesOf(before, after) : [];
    const remarks = namedIn(plan.remarks, remarkIds);
    return [{ key: procedureCode, title, step, at: { step }, remarks, obstacle, confirm, lines, labelOf }];
  });
}

/** The same of a document, which is confirmed as a whole. */
export function useDocumentConfirmItems(document: DocumentView): readonly ConfirmItem[] {
  const linesOf = useDocumentLines();
  const labelOf = useDocumentLabel();
  return document.confirmable.map(({ step, remarkIds, obstacle, confirm, before }) => ({
    key: document.code,
    title: document.title,
    step,
    at: {},
    remarks: namedIn(document.remarks, remarkIds),
    obstacle,
    confirm,
    lines: before ? linesOf(before, document.content) : [],
    labelOf,
  }));
}

const namedIn = (remarks: readonly RemarkView[], ids: readonly string[]): readonly RemarkView[] =>
  remarks.filter(({ id }) => ids.includes(id));
