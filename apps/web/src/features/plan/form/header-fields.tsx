import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { APPROVAL_LEVELS } from '@tinhgon/rules/vocabulary';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { useFieldWords } from '../../../components/field-words.ts';
import { useWords } from '../../../language/use-words.ts';
import { useMe } from '../../../server/use-me.ts';
import { CoAgencies } from './co-agencies.tsx';
import type { PlanValues } from './form-values.ts';
import { LeadAgency } from './lead-agency.tsx';
import styles from './plan-form.module.css';

/** The plan's header. What a started plan can no longer change is left out when it is edited. */
export function HeaderFields({
  isNew,
  datesFixed,
}: {
  readonly isNew: boolean;
  readonly datesFixed: boolean;
}) {
  const { t } = useTranslation();
  const { name } = useWords();
  const me = useMe();
  const fieldWords = useFieldWords();
  const { register, control, formState } = useFormContext<PlanValues>();
  const { errors } = formState;
  return (
    <fieldset className={styles.section}>
      <legend>{t('planForm.header')}</legend>
      <TextInput
        id="name"
        label={t('planForm.field.name')}
        required
        {...register('name')}
        error={fieldWords(errors.name)}
        className={styles.wide}
      />
      {isNew && (
        <>
          <NativeSelect
            id="programme"
            label={t('planForm.field.programme')}
            required
            data={me.programmes.map((one) => ({ value: one.code, label: `${one.code} · ${name(one.name)}` }))}
            {...register('programme')}
            error={fieldWords(errors.programme)}
          />
          <Controller
            control={control}
            name="year"
            render={({ field }) => (
              <NumberInput
                id="year"
                label={t('planForm.field.year')}
                required
                min={1990}
                max={2100}
                allowDecimal={false}
                value={field.value}
                onChange={field.onChange}
                error={fieldWords(errors.year)}
              />
            )}
          />
          <LeadAgency />
          <NativeSelect
            id="approvalLevel"
            label={t('planForm.field.approvalLevel')}
            data={APPROVAL_LEVELS.map((value) => ({ value, label: t(`plan.level.${value}`) }))}
            {...register('approvalLevel')}
          />
          <TextInput
            id="code"
            label={t('planForm.field.code')}
            description={t('planForm.codeHint')}
            {...register('code')}
            error={fieldWords(errors.code)}
          />
        </>
      )}
      <TextInput
        id="unit"
        label={t('planForm.field.unit')}
        {...register('unit')}
        error={fieldWords(errors.unit)}
      />
      <CoAgencies />
      {(['reviewOn', 'deadline'] as const).map((key) => (
        <Controller
          key={key}
          control={control}
          name={key}
          render={({ field }) => (
            <DayInput
              id={key}
              label={t(`planForm.field.${key}`)}
              {...(datesFixed && { readOnly: true, description: t('dates.fixedNote') })}
              value={field.value}
              onChange={field.onChange}
              error={fieldWords(errors[key])}
            />
          )}
        />
      ))}
      {(['grounds', 'targets'] as const).map((key) => (
        <Textarea
          key={key}
          id={key}
          label={t(`planForm.field.${key}`)}
          autosize
          minRows={2}
          {...register(key)}
          error={fieldWords(errors[key])}
          className={styles.wide}
        />
      ))}
    </fieldset>
  );
}
