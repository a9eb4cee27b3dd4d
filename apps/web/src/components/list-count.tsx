import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';

interface ListCountProps {
  readonly of:
    | 'bottlenecks'
    | 'campaigns'
    | 'inspections'
    | 'procedures'
    | 'plans'
    | 'documents'
    | 'tasks'
    | 'people'
    | 'agencies';
  readonly count: number;
}

/** How many a list holds in all, above it: the same number as the one that led here. */
export function ListCount({ of, count }: ListCountProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className="soft" style={{ marginBottom: 8 }}>
      {t(`list.${of}`, { count, number: format.number(count) })}
    </p>
  );
}
