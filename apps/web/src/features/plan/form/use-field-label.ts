import { useTranslation } from 'react-i18next';
import { useNames } from './names-context.ts';
import { useFormContext } from 'react-hook-form';
import type { PlanValues } from './form-values.ts';

/** What a field of the form is called, for the summary of errors. */
export function useFieldLabel(): (path: string) => string {
  const { t, i18n } = useTranslation();
  return (path) => {
    const parts = path.split('.');
    const measure = parts[0] === 'measures' && parts.length > 1 ? Number(parts[1]) + 1 : null;
    const last = parts.findLast((part) => Number.isNaN(Number(part))) ?? path;
    const key = `planForm.field.${last}`;
    const word = i18n.exists(key) ? (i18n.t(key as never) as string) : last;
    return measure === null ? word : t('planForm.inMeasure', { number: measure, field: word });
  };
}

/** "1.001193 · Đăng ký khai sinh" for the measure at an index. */
export function useMeasureTitle(index: number): string {
  const { names } = useNames();
  const { getValues } = useFormContext<PlanValues>();
  const code = getValues(`measures.${index}.procedureCode`);
  const name = names[code];
  return name ? `${code} · ${name}` : code;
}
