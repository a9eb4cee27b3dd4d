import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { matches } from '../../format/matches.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';

interface PersonSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

/** Somebody of the catalogue, with where they work and what they hold. */
export function PersonSelect({ label, value, onChange }: PersonSelectProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const { data = [] } = useQuery(useTRPC().catalogue.people.queryOptions());
  return (
    <Select
      label={label}
      required
      searchable
      data={data
        .filter((person) => person.active && person.assignments.length > 0)
        .map((person) => ({ value: person.id, label: `${person.name} · ${name(person.agencyName)}` }))}
      filter={({ options, search }) =>
        options.filter((option) => 'label' in option && matches(search, option.label))
      }
      nothingFoundMessage={t('app.nothingFound')}
      value={value}
      onChange={onChange}
    />
  );
}
