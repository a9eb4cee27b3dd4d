import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect } from '@mantine/core';
import { type Agency, AGENCY_KINDS, agencySchema } from '@tinhgon/rules/views/catalogue';
import { Controller, FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { NamedFields } from '../../components/named-fields.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { today } from '../../format/today.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import type { AgencyRow } from './agencies-tab.tsx';
import { AgencySelect } from '../../components/agency-select.tsx';
import { RecordModal } from './record-modal.tsx';
import { useSave } from '../../server/use-save.ts';

export function AgencyForm({
  agency,
  onClose,
}: {
  readonly agency: AgencyRow | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: Agency) => client.catalogue.saveAgency.mutate(input), onClose);
  const form = useForm<Agency>({
    resolver: zodResolver(agencySchema) as unknown as Resolver<Agency>,
    defaultValues: agency
      ? {
          code: agency.code,
          nameVi: agency.nameVi,
          nameEn: agency.nameEn,
          kind: agency.kind,
          parent: agency.parent,
          from: agency.from,
          to: agency.to,
          successor: agency.successor,
        }
      : {
          code: '',
          nameVi: '',
          nameEn: null,
          kind: 'ministry',
          parent: null,
          from: today(),
          to: null,
          successor: null,
        },
  });
  const unplaced = useServerErrors(form, save.failure);
  const { errors } = form.formState;
  return (
    <FormProvider {...form}>
      <RecordModal
        title={t(agency ? 'catalogue.editAgency' : 'catalogue.addAgency')}
        pending={save.pending}
        failure={unplaced}
        onClose={onClose}
        onSubmit={() => void form.handleSubmit(save.run)()}
      >
        <NamedFields isNew={agency === null} />
        <NativeSelect
          label={t('catalogue.kind')}
          data={AGENCY_KINDS.map((value) => ({ value, label: t(`catalogue.kinds.${value}`) }))}
          {...form.register('kind')}
        />
        {(['parent', 'successor'] as const).map((key) => (
          <Controller
            key={key}
            control={form.control}
            name={key}
            render={({ field }) => (
              <AgencySelect
                label={t(`catalogue.${key}`)}
                value={field.value}
                onChange={field.onChange}
                error={fieldWords(errors[key])}
              />
            )}
          />
        ))}
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
      </RecordModal>
    </FormProvider>
  );
}
