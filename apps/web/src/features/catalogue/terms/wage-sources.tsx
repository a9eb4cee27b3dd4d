import { Button, NumberInput, TextInput } from '@mantine/core';
import { takenSource, type WageInput, wageSourceSchema } from '@tinhgon/rules/cost/wage';
import { Controller, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { useFormat } from '../../../format/use-format.ts';
import styles from './terms.module.css';

/** What each source says an hour is worth; which of them is taken follows what is entered. */
export function WageSources() {
  const { t, i18n } = useTranslation();
  const separator = i18n.language === 'vi' ? '.' : ',';
  const fieldWords = useFieldWords();
  const { control, register, formState } = useFormContext<WageInput>();
  const rows = useFieldArray({ control, name: 'sources' });
  const errors = formState.errors.sources;
  return (
    <fieldset className={styles.step}>
      <legend className="medium">{t('terms.wage.sources')}</legend>
      <p className="soft small">{t('terms.wage.sourcesHint')}</p>
      {rows.fields.map(({ id }, index) => (
        <div key={id} className={styles.row}>
          <TextInput
            className={styles.grow}
            label={t('terms.wage.source', { number: index + 1 })}
            required
            {...register(`sources.${index}.source`)}
            error={fieldWords(errors?.[index]?.source)}
          />
          <Controller
            control={control}
            name={`sources.${index}.dongPerHour`}
            render={({ field }) => (
              <NumberInput
                label={t('terms.wage.dongPerHour')}
                required
                min={0}
                allowDecimal={false}
                thousandSeparator={separator}
                decimalSeparator={separator === '.' ? ',' : '.'}
                value={field.value ?? ''}
                onChange={(value) => field.onChange(value === '' ? undefined : Number(value))}
                onBlur={field.onBlur}
                error={fieldWords(errors?.[index]?.dongPerHour)}
              />
            )}
          />
          {rows.fields.length > 1 && (
            <Button
              variant="subtle"
              aria-label={t('terms.wage.removeSource', { number: index + 1 })}
              onClick={() => rows.remove(index)}
            >
              {t('terms.remove')}
            </Button>
          )}
        </div>
      ))}
      {rows.fields.length < 20 && (
        <Button variant="default" size="xs" mt="sm" onClick={() => rows.append(NEW_SOURCE)}>
          {t('terms.wage.addSource')}
        </Button>
      )}
      <Taken />
    </fieldset>
  );
}

/** A row as it stands before anything is typed: the amount is missing, not nought. */
export const NEW_SOURCE = { source: '', dongPerHour: undefined as unknown as number };

function Taken() {
  const { t } = useTranslation();
  const format = useFormat();
  const { control } = useFormContext<WageInput>();
  const sources = useWatch({ control, name: 'sources' });
  const whole = sources.filter((one) => wageSourceSchema.safeParse(one).success);
  const taken = takenSource(whole);
  return (
    <p role="status" className="small">
      {taken && t('terms.wage.wouldTake', { money: format.money(taken.dongPerHour), source: taken.source })}
    </p>
  );
}
