import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/use-words.ts';
import { useTRPC } from '../server/trpc.ts';
import { useTranslation } from 'react-i18next';
import { FilterChoice } from './filter-bar.tsx';

/** Ministries and agencies that have plans of their own, also those of the past. */
export function AgencyFilter({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.catalogue.agencies.queryOptions());
  const options = data
    .filter((agency) => agency.kind !== 'unit' && agency.kind !== 'province')
    .map((agency) => ({ value: agency.code, label: name({ vi: agency.nameVi, en: agency.nameEn }) }));
  return (
    <FilterChoice label={label} any={t('app.any')} options={options} value={value} onChange={onChange} />
  );
}
