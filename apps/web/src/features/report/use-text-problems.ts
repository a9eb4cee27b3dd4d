import { templateTextsSchema, type TemplateTexts } from '@tinhgon/rules/report/template';
import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useWords } from '../../language/use-words.ts';

/** What is wrong with the texts as they stand, by the path of the field; what is missing only after a try to save. */
export function useTextProblems(
  texts: TemplateTexts | undefined,
  { reason, tried }: { readonly reason: string; readonly tried: boolean },
) {
  const { t } = useTranslation();
  const { reason: sentence } = useWords();
  const issues = templateTextsSchema.safeParse(texts).error?.issues ?? [];
  const words: Record<string, string> = {};
  for (const issue of issues) {
    const path = issue.path.join('.');
    if (issue.code === 'custom' && issue.params) words[path] ??= sentence(issue.message, issue.params);
    else if (issue.code === 'too_big') words[path] ??= t('form.tooLong');
    else if (tried) words[path] ??= t(issue.code === 'too_small' ? 'form.required' : 'form.invalid');
  }
  const missing = reason.trim() === '';
  if (tried && missing) words['reason'] = t('form.required');
  const byPath = Object.fromEntries(
    Object.entries(words).map(([path, message]) => [path, { type: 'server', message }]),
  ) as FieldErrors;
  const labels = (path: string): string => {
    if (path === 'reason') return t('app.reason');
    const [, annex, part] = path.split('.');
    if (annex === undefined) return t(`template.field.${path}` as 'template.field.above');
    const of = t(`report.annex.${annex}` as 'report.annex.late');
    return `${t(`template.annex.${part}` as 'template.annex.title')} (${of})`;
  };
  const sound = issues.length === 0;
  return { problems: { words, byPath, sound, complete: sound && !missing }, labels };
}
