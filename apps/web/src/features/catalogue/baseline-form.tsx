import { zodResolver } from '@hookform/resolvers/zod';
import { Textarea } from '@mantine/core';
import { type BaselineInput, baselineSchema } from '@tinhgon/rules/views/catalogue';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { today } from '../../format/today.ts';
import { useTRPCClient } from '../../server/trpc.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import { RecordModal } from './record-modal.tsx';
import { useSave } from './use-save.ts';

interface BaselineFormProps {
  readonly programme: string;
  readonly onClose: () => void;
}

const codesIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/).filter(Boolean))];

/** A dated set of procedures with its reason; large sets come by import. */
export function BaselineForm({ programme, onClose }: BaselineFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: BaselineInput) => client.catalogue.saveBaseline.mutate(input), onClose);
  const form = useForm<BaselineInput>({
    resolver: zodResolver(baselineSchema) as unknown as Resolver<BaselineInput>,
    defaultValues: { programme, date: today(), reason: '', procedureCodes: [] },
  });
  useServerErrors(form, save.failure);
  const { errors } = form.formState;
  return (
    <RecordModal
      title={t('catalogue.addBaseline')}
      pending={save.pending}
      failure={save.failure}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit(save.run)()}
    >
      <Controller
        control={form.control}
        name="date"
        render={({ field }) => (
          <DayInput
            label={t('progress.from')}
            required
            value={field.value}
            onChange={field.onChange}
            error={fieldWords(errors.date)}
          />
        )}
      />
      <Textarea
        label={t('app.reason')}
        required
        autosize
        minRows={2}
        {...form.register('reason')}
        error={fieldWords(errors.reason)}
      />
      <Controller
        control={form.control}
        name="procedureCodes"
        render={({ field, fieldState }) => (
          <Textarea
            label={t('catalogue.baselineCodes', { count: field.value.length })}
            description={t('catalogue.baselineCodesHint')}
            required
            autosize
            minRows={4}
            maxRows={12}
            onChange={(event) => field.onChange(codesIn(event.currentTarget.value))}
            error={fieldWords(fieldState.error) ?? (errors.procedureCodes && t('form.invalid'))}
          />
        )}
      />
    </RecordModal>
  );
}
