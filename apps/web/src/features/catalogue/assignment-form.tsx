import { zodResolver } from '@hookform/resolvers/zod';
import { Checkbox, NativeSelect } from '@mantine/core';
import { type Assignment, assignmentSchema } from '@tinhgon/rules/views/catalogue';
import { FUNCTIONS } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import { AgencySelect } from '../../components/agency-select.tsx';
import type { PersonRow } from './people-tab.tsx';
import { RecordModal } from './record-modal.tsx';
import { useSave } from '../../server/use-save.ts';

/** Gives a person a function: for one agency, or for the whole country, from a day on. */
export function AssignmentForm({
  person,
  onClose,
}: {
  readonly person: PersonRow;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: Assignment) => client.catalogue.saveAssignment.mutate(input), onClose);
  const [id] = useState(() => crypto.randomUUID());
  const form = useForm<Assignment>({
    resolver: zodResolver(assignmentSchema) as unknown as Resolver<Assignment>,
    defaultValues: {
      id,
      personId: person.id,
      function: 'drafter',
      agency: person.agency,
      from: today(),
      to: null,
    },
  });
  const unplaced = useServerErrors(form, save.failure, { hidden: ['id', 'personId'] });
  const { errors } = form.formState;
  return (
    <RecordModal
      title={t('catalogue.assignTo', { name: person.name })}
      pending={save.pending}
      failure={unplaced}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit(save.run)()}
    >
      <NativeSelect
        label={t('catalogue.function')}
        data={FUNCTIONS.map((value) => ({ value, label: capital('function', value) }))}
        {...form.register('function')}
        error={fieldWords(errors.function)}
      />
      <Controller
        control={form.control}
        name="agency"
        render={({ field }) => (
          <>
            <Checkbox
              label={t('catalogue.nationwide')}
              checked={field.value === null}
              onChange={(event) => field.onChange(event.currentTarget.checked ? null : person.agency)}
            />
            {field.value !== null && (
              <AgencySelect
                label={t('catalogue.forAgency')}
                required
                value={field.value}
                onChange={(code) => field.onChange(code ?? '')}
                error={fieldWords(errors.agency)}
              />
            )}
          </>
        )}
      />
      {(['from', 'to'] as const).map((key) => (
        <Controller
          key={key}
          control={form.control}
          name={key}
          render={({ field }) => (
            <DayInput
              label={t(`app.${key}`)}
              required={key === 'from'}
              value={field.value}
              onChange={(day) => field.onChange(day)}
              error={fieldWords(errors[key])}
            />
          )}
        />
      ))}
    </RecordModal>
  );
}
