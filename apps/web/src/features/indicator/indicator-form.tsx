import { zodResolver } from '@hookform/resolvers/zod';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { UNITS_OF_MEASURE } from '@tinhgon/rules/indicator/amount';
import { BETTER, type IndicatorInput, indicatorInputSchema } from '@tinhgon/rules/indicator/indicator';
import { PERIOD_KINDS } from '@tinhgon/rules/indicator/period';
import type { IndicatorView } from '@tinhgon/rules/views/indicator';
import { FormProvider, type Resolver, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../components/failure-note.tsx';
import { NamedFields } from '../../components/named-fields.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';

interface IndicatorFormProps {
  readonly programme: string;
  /** Null for one that is new. */
  readonly indicator: IndicatorView | null;
  readonly onClose: () => void;
}

/** What an indicator measures. */
export function IndicatorForm({ programme, indicator, onClose }: IndicatorFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const client = useTRPCClient();
  const save = useSave((input: IndicatorInput) => client.indicators.save.mutate(input), onClose);
  const form = useForm<IndicatorInput>({
    resolver: zodResolver(indicatorInputSchema) as unknown as Resolver<IndicatorInput>,
    defaultValues: {
      code: indicator?.code ?? '',
      programme,
      nameVi: indicator?.name.vi ?? '',
      nameEn: indicator?.name.en ?? null,
      unit: indicator?.unit ?? 'percent',
      countedVi: indicator?.counted.vi ?? '',
      countedEn: indicator?.counted.en ?? '',
      period: indicator?.period ?? 'year',
      better: indicator?.better ?? 'higher',
      basedOn: indicator?.version ?? 0,
      reason: '',
    },
  });
  const unplaced = useServerErrors(form, save.failure, { hidden: ['basedOn', 'programme'] });
  const { errors } = form.formState;
  const unit = useWatch({ control: form.control, name: 'unit' });
  const kept = indicator?.hasFigures ?? false;
  return (
    <FormProvider {...form}>
      <FormDialog
        title={t(indicator ? 'indicator.edit' : 'indicator.add')}
        submit={t('app.save')}
        pending={save.pending}
        problem={unplaced && <FailureNote failure={unplaced} />}
        onClose={onClose}
        onSubmit={() => void form.handleSubmit(save.run)()}
      >
        <NamedFields isNew={indicator === null} />
        {kept ? (
          <p className="soft">
            {t(`indicator.unit.${form.getValues('unit')}`)} ·{' '}
            {t(`indicator.periodKind.${form.getValues('period')}`)}. {t('indicator.keepsUnit')}
          </p>
        ) : (
          <>
            <NativeSelect
              label={t('indicator.unitLabel')}
              data={UNITS_OF_MEASURE.map((value) => ({ value, label: t(`indicator.unit.${value}`) }))}
              {...form.register('unit')}
              error={fieldWords(errors.unit)}
            />
            <NativeSelect
              label={t('indicator.periodLabel')}
              data={PERIOD_KINDS.map((value) => ({ value, label: t(`indicator.periodKind.${value}`) }))}
              {...form.register('period')}
              error={fieldWords(errors.period)}
            />
          </>
        )}
        {unit === 'count' &&
          (['countedVi', 'countedEn'] as const).map((key) => (
            <TextInput
              key={key}
              label={t(`indicator.${key}`)}
              description={t('indicator.countedHint')}
              {...form.register(key)}
              error={fieldWords(errors[key])}
            />
          ))}
        <NativeSelect
          label={t('indicator.betterLabel')}
          data={BETTER.map((value) => ({ value, label: t(`indicator.better.${value}`) }))}
          {...form.register('better')}
          error={fieldWords(errors.better)}
        />
        {indicator && (
          <Textarea
            label={t('app.reason')}
            description={t('indicator.reasonHint')}
            required
            autosize
            minRows={2}
            {...form.register('reason')}
            error={fieldWords(errors.reason)}
          />
        )}
      </FormDialog>
    </FormProvider>
  );
}
