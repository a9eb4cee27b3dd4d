import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matches } from '../format/matches.ts';
import { today } from '../format/today.ts';
import { useWords } from '../language/use-words.ts';
import { useTRPC } from '../server/trpc.ts';

interface AgencySelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly required?: boolean;
  readonly error?: ReactNode;
  readonly description?: string;
  /** What it means when none is chosen. */
  readonly placeholder?: string;
  /** Leaves out those of the past. */
  readonly today?: boolean;
  /** Codes of those there are to choose from. */
  readonly only?: readonly string[];
}

export function AgencySelect({ value, onChange, today: ofToday, only, ...props }: AgencySelectProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const trpc = useTRPC();
  const { data: all = [] } = useQuery(trpc.catalogue.agencies.queryOptions());
  const data = all.filter(
    ({ code, to }) => (!ofToday || to === null || to >= today()) && (only?.includes(code) ?? true),
  );
  return (
    <Select
      {...props}
      searchable
      clearable={!props.required}
      clearButtonProps={{ 'aria-label': t('app.clear') }}
      data={data.map((agency) => ({
        value: agency.code,
        label: `${name({ vi: agency.nameVi, en: agency.nameEn })} (${agency.code})`,
      }))}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && matches(search, option.label))
      }
      nothingFoundMessage={t('app.nothingFound')}
      value={value}
      onChange={onChange}
    />
  );
}
