import { NativeSelect } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { useWords } from '../../../language/use-words.ts';
import { useMe } from '../../../server/use-me.ts';
import { EndedAgencies } from './ended-agencies.tsx';
import type { PlanValues } from './form-values.ts';

/** One may start plans of the agencies one drafts for. */
export function LeadAgency() {
  const { t } = useTranslation();
  const { name } = useWords();
  const fieldWords = useFieldWords();
  const { person } = useMe();
  const { register, formState, watch, setValue } = useFormContext<PlanValues>();
  const lead = watch('leadAgency');
  const own = new Map(
    [
      ...person.assignments.flatMap((held) =>
        held.function === 'drafter' && held.agency ? [held.agency] : [],
      ),
      ...(person.assignments.some((held) => held.function === 'drafter' && held.agency === null)
        ? [person.agency]
        : []),
    ].map((agency) => [agency.code, name(agency.name)]),
  );
  const [first = ''] = own.keys();
  return (
    <>
      <NativeSelect
        id="leadAgency"
        label={t('planForm.field.leadAgency')}
        required
        data={[...(own.has(lead) ? [] : [[lead, lead] as const]), ...own].map(([value, label]) => ({
          value,
          label,
        }))}
        {...register('leadAgency')}
        error={fieldWords(formState.errors.leadAgency)}
      />
      {!own.has(lead) && (
        <EndedAgencies
          codes={[lead]}
          taken={[]}
          onReplace={(_code, by) =>
            setValue('leadAgency', by !== null && own.has(by) ? by : first, { shouldDirty: true })
          }
        />
      )}
    </>
  );
}
