import { zodResolver } from '@hookform/resolvers/zod';
import { Textarea } from '@mantine/core';
import { type WageInput, wageInputSchema } from '@tinhgon/rules/cost/wage';
import type { WageView } from '@tinhgon/rules/views/terms';
import { Controller, FormProvider, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { NamedFields } from '../../../components/named-fields.tsx';
import { useFieldWords } from '../../../components/field-words.ts';
import { today } from '../../../format/today.ts';
import { useTRPCClient } from '../../../server/trpc.ts';
import { useSave } from '../../../server/use-save.ts';
import { useServerErrors } from '../../../server/use-server-errors.ts';
import { RecordModal } from '../record-modal.tsx';
import { NEW_SOURCE, WageSources } from './wage-sources.tsx';

interface WageFormProps {
  /** The newest version, on which the next is based; null enters a wage that is new. */
  readonly newest: WageView | null;
  readonly onClose: () => void;
}

/** Enters the next version of a wage: its sources, and from when it is used. */
export function WageForm({ newest, onClose }: WageFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: WageInput) => client.terms.saveWage.mutate(input), onClose);
  const form = useForm<WageInput>({
    resolver: zodResolver(wageInputSchema) as unknown as Resolver<WageInput>,
    defaultValues: {
      code: newest?.code ?? '',
      basedOn: newest?.version ?? 0,
      nameVi: newest?.name.vi ?? '',
      nameEn: newest?.name.en ?? null,
      sources: newest?.sources ?? [NEW_SOURCE],
      from: today(),
      to: null,
      reason: '',
    },
  });
  const unplaced = useServerErrors(form, save.failure, { hidden: ['basedOn'] });
  const { errors } = form.formState;
  return (
    <FormProvider {...form}>
      <RecordModal
        title={t(newest ? 'terms.wage.edit' : 'terms.wage.add')}
        pending={save.pending}
        failure={unplaced}
        onClose={onClose}
        onSubmit={() => void form.handleSubmit(save.run)()}
      >
        <NamedFields isNew={newest === null} />
        <WageSources />
        {(['from', 'to'] as const).map((key) => (
          <Controller
            key={key}
            control={form.control}
            name={key}
            render={({ field }) => (
              <DayInput
                label={t(`terms.wage.${key}`)}
                required={key === 'from'}
                value={field.value}
                onChange={field.onChange}
                error={fieldWords(errors[key])}
              />
            )}
          />
        ))}
        <Textarea
          label={t('app.reason')}
          required
          autosize
          minRows={2}
          {...form.register('reason')}
          error={fieldWords(errors.reason)}
        />
      </RecordModal>
    </FormProvider>
  );
}
