import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { matches } from '../../../format/matches.ts';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import { EndedAgencies } from './ended-agencies.tsx';
import type { PlanValues } from './form-values.ts';

/** Co-ordinating agencies; those of today, and whichever the plan already names. */
export function CoAgencies() {
  const { t } = useTranslation();
  const { name } = useWords();
  const fieldWords = useFieldWords();
  const trpc = useTRPC();
  const { control, formState, watch } = useFormContext<PlanValues>();
  const lead = watch('leadAgency');
  const { data = [] } = useQuery(trpc.catalogue.agencies.queryOptions());
  const day = today();
  return (
    <Controller
      control={control}
      name="coAgencies"
      render={({ field }) => (
        <>
          <MultiSelect
            id="coAgencies"
            label={t('planForm.field.coAgencies')}
            searchable
            data={data
              .filter(
                (agency) =>
                  field.value.includes(agency.code) ||
                  (agency.from <= day && (agency.to === null || agency.to >= day) && agency.kind !== 'unit'),
              )
              .map((agency) => ({
                value: agency.code,
                label: name({ vi: agency.nameVi, en: agency.nameEn }),
              }))}
            filter={({ options, search }) =>
              options.filter((option) => 'label' in option && matches(search, option.label))
            }
            nothingFoundMessage={t('app.nothingFound')}
            value={field.value}
            onChange={field.onChange}
            error={fieldWords(formState.errors.coAgencies)}
          />
          <EndedAgencies
            codes={field.value}
            taken={[lead, ...field.value]}
            onReplace={(code, by) =>
              field.onChange(field.value.flatMap((one) => (one === code ? (by ?? []) : [one])))
            }
          />
        </>
      )}
    />
  );
}
