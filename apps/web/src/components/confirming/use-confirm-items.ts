import { CONTENT_ROWS } from '@tinhgon/rules/content-text';
import type { DocumentView } from '@tinhgon/rules/views/document';
import type { PlanView } from '@tinhgon/rules/views/plan';
import type { RemarkView } from '@tinhgon/rules/views/remark';
import { useTranslation } from 'react-i18next';
import {
  useDocumentLabel,
  useDocumentLines,
  useMeasureLines,
} from '../../components/changes/use-changed-lines.ts';
import { useWords } from '../../language/use-words.ts';
import type { ConfirmItem } from './confirm-changes.tsx';

/** What of a plan's step may be confirmed, in words. */
export function usePlanConfirmItems(plan: PlanView, step: string): readonly ConfirmItem[] {
  const { t } = useTranslation();
  const { name } = useWords();
  const linesOf = useMeasureLines();
  const rows: readonly string[] = CONTENT_ROWS;
  const labelOf = (field: string) =>
    rows.includes(field) ? t(`content.row.${field as (typeof CONTENT_ROWS)[number]}`) : field;
  return plan.confirmable
    .filter((one) => one.step === step)
    .flatMap(({ procedureCode, remarkIds, obstacle, confirm, before }) => {
      const measure = plan.measures.find((one) => one.procedureCode === procedureCode);
      if (!measure) return [];
      const { documents: _links, ...after } = measure;
      const title = `${name(measure.name)} (${procedureCode})`;
      const lines = before ? linesOf(before, after) : [];
      const remarks = namedIn(plan.remarks, remarkIds);
      return [{ key: procedureCode, title, remarks, obstacle, confirm, lines, labelOf }];
    });
}

/** The same of a document, which is confirmed as a whole. */
export function useDocumentConfirmItems(document: DocumentView, step: string): readonly ConfirmItem[] {
  const linesOf = useDocumentLines();
  const labelOf = useDocumentLabel();
  return document.confirmable
    .filter((one) => one.step === step)
    .map(({ remarkIds, obstacle, confirm, before }) => ({
      key: document.code,
      title: document.title,
      remarks: namedIn(document.remarks, remarkIds),
      obstacle,
      confirm,
      lines: before ? linesOf(before, document.content) : [],
      labelOf,
    }));
}

const namedIn = (remarks: readonly RemarkView[], ids: readonly string[]): readonly RemarkView[] =>
  remarks.filter(({ id }) => ids.includes(id));
