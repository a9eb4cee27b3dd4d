import { zodResolver } from '@hookform/resolvers/zod';
import { TextInput } from '@mantine/core';
import { type Programme, programmeSchema } from '@tinhgon/rules/views/catalogue';
import { Controller, FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { NamedFields } from '../../components/named-fields.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { today } from '../../format/today.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import { RecordModal } from './record-modal.tsx';
import { useSave } from '../../server/use-save.ts';

interface ProgrammeFormProps {
  readonly programme: Programme | null;
  readonly onClose: () => void;
}

export function ProgrammeForm({ programme, onClose }: ProgrammeFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: Programme) => client.catalogue.saveProgramme.mutate(input), onClose);
  const form = useForm<Programme>({
    resolver: zodResolver(programmeSchema) as unknown as Resolver<Programme>,
    defaultValues: programme ?? {
      code: '',
      nameVi: '',
      nameEn: null,
      from: today(),
      to: null,
      publicLicence: null,
    },
  });
  const unplaced = useServerErrors(form, save.failure);
  const { errors } = form.formState;
  return (
    <FormProvider {...form}>
      <RecordModal
        title={t(programme ? 'catalogue.editProgramme' : 'catalogue.addProgramme')}
        pending={save.pending}
        failure={unplaced}
        onClose={onClose}
        onSubmit={() => void form.handleSubmit(save.run)()}
      >
        <NamedFields isNew={programme === null} />
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
                onChange={field.onChange}
                error={fieldWords(errors[key])}
              />
            )}
          />
        ))}
        <TextInput
          label={t('catalogue.publicLicence')}
          description={t('catalogue.publicLicenceHint')}
          {...form.register('publicLicence', { setValueAs: (value: string | null) => value?.trim() || null })}
          error={fieldWords(errors.publicLicence)}
        />
      </RecordModal>
    </FormProvider>
  );
}
