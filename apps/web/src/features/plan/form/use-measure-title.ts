import { useFormContext } from 'react-hook-form';
import type { PlanValues } from './form-values.ts';
import { useNames } from './names-context.ts';

/** "1.001193 · Đăng ký khai sinh" for the measure at an index. */
export function useMeasureTitle(index: number): string {
  const { names } = useNames();
  const { getValues } = useFormContext<PlanValues>();
  const code = getValues(`measures.${index}.procedureCode`);
  const name = names[code];
  return name ? `${code} · ${name}` : code;
}
