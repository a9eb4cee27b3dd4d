import type { DocumentContent, ProcedureContent } from '@tinhgon/rules/content';
import { CONTENT_ROWS, contentText } from '@tinhgon/rules/content-text';
import { reestimatedText, sideText } from '@tinhgon/rules/cost/cost-text';
import type { CostSheet } from '@tinhgon/rules/cost/sheet';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { useWords } from '../../language/use-words.ts';
import { useCostWords } from '../cost/use-cost-words.ts';
import { useContentWords } from '../use-content-words.ts';
import type { ChangedLine } from './changed-lines.tsx';

/** A procedure's part of a plan at one moment. */
interface MeasureThen {
  readonly measure: string;
  readonly current: ProcedureContent | null;
  readonly proposed: ProcedureContent | null;
  readonly note: string;
  readonly cost: CostSheet | null;
  readonly documents?: readonly string[];
}

/** The lines of a procedure that differ between two moments, in words. */
export function useMeasureLines(): (before: MeasureThen, after: MeasureThen) => readonly ChangedLine[] {
  const { t } = useTranslation();
  const { word } = useWords();
  const words = useContentWords();
  const costWords = useCostWords();
  return (before, after) => {
    const sides = (['current', 'proposed'] as const).flatMap((side) =>
      CONTENT_ROWS.map((row) => ({
        field: row as string,
        label: t(`changes.part.${side}`, { line: t(`content.row.${row}`) }),
        before: contentText(before[side], row, words),
        after: contentText(after[side], row, words),
      })),
    );
    const sideOf = (sheet: CostSheet | null, side: 'current' | 'proposed') =>
      sheet ? sideText(sheet[side], costWords).join('\n') : '';
    const anew = (sheet: CostSheet | null) => (sheet ? reestimatedText(sheet, costWords).join('; ') : '');
    const cost = [
      ...(['current', 'proposed'] as const).map((side) => ({
        field: 'cost',
        label: t('changes.cost', { side: t(`content.${side}`) }),
        before: sideOf(before.cost, side),
        after: sideOf(after.cost, side),
      })),
      {
        field: 'cost',
        label: t('changes.reestimated'),
        before: anew(before.cost),
        after: anew(after.cost),
      },
    ];
    const rest = [
      {
        field: 'measure',
        label: t('changes.measure'),
        before: word('measure', before.measure),
        after: word('measure', after.measure),
      },
      {
        field: 'documents',
        label: t('changes.documents'),
        before: before.documents?.join(', ') ?? '',
        after: after.documents?.join(', ') ?? '',
      },
      { field: 'note', label: t('changes.note'), before: before.note, after: after.note },
    ];
    return [...sides, ...cost, ...rest].filter((line) => line.before !== line.after);
  };
}

/** A document's own lines, in the order they are drafted. */
export const DOCUMENT_LINES = [
  'title',
  'plannedSigningOn',
  'plannedInForceOn',
  'articles',
  'summary',
  'impact',
  'responses',
  'announcement',
] as const;
type DocumentLine = (typeof DOCUMENT_LINES)[number];

/** What a document's line is called. */
export function useDocumentLabel(): (field: string) => string {
  const { t } = useTranslation();
  return (field) =>
    field === 'title' ? t('remarks.title') : t(`document.${field as Exclude<DocumentLine, 'title'>}`);
}

/** The lines of a document's text that differ between two moments, in words. */
export function useDocumentLines(): (
  before: DocumentContent,
  after: DocumentContent,
) => readonly ChangedLine[] {
  const label = useDocumentLabel();
  const format = useFormat();
  const said = (content: DocumentContent, field: DocumentLine): string => {
    const value = content[field];
    if (value === null) return '';
    if (field === 'plannedSigningOn' || field === 'plannedInForceOn') return format.day(String(value));
    return typeof value === 'string' ? value : value.join('\n');
  };
  return (before, after) =>
    DOCUMENT_LINES.map((field) => ({
      field: field as string,
      label: label(field),
      before: said(before, field),
      after: said(after, field),
    })).filter((line) => line.before !== line.after);
}
