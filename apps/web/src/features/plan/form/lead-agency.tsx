import { NativeSelect } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { useWords } from '../../../language/use-words.ts';
import { useMe } from '../../../server/use-me.ts';
import type { PlanValues } from './form-values.ts';

/** One may start plans of the agencies one drafts for. */
export function LeadAgency() {
  const { t } = useTranslation();
  const { name } = useWords();
  const fieldWords = useFieldWords();
  const { person } = useMe();
  const { register, formState } = useFormContext<PlanValues>();
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
  return (
    <NativeSelect
      id="leadAgency"
      label={t('planForm.field.leadAgency')}
      required
      data={[...own].map(([value, label]) => ({ value, label }))}
      {...register('leadAgency')}
      error={fieldWords(formState.errors.leadAgency)}
    />
  );
}
