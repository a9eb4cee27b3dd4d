import { Button, NumberInput, TextInput } from '@mantine/core';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import type { PlanValues } from './form-values.ts';
import styles from './plan-form.module.css';

interface PapersFieldProps {
  readonly index: number;
  readonly side: 'current' | 'proposed';
}

/** Papers to hand in, with how many originals and copies. */
export function PapersField({ index, side }: PapersFieldProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { register, control, formState } = useFormContext<PlanValues>();
  const at = `measures.${index}.${side}.papers` as const;
  const { fields, append, remove } = useFieldArray({ control, name: at });
  const errors = formState.errors.measures?.[index]?.[side]?.papers;
  return (
    <div role="group" aria-label={t('content.row.papers')}>
      <span className="medium">{t('content.row.papers')}</span>
      {fields.map((field, row) => (
        <div key={field.id} className={styles.paper}>
          <TextInput
            id={`${at}.${row}.name`}
            aria-label={t('planForm.paper', { number: row + 1 })}
            {...register(`${at}.${row}.name`)}
            error={fieldWords(errors?.[row]?.name)}
          />
          {(['originals', 'copies'] as const).map((key) => (
            <Controller
              key={key}
              control={control}
              name={`${at}.${row}.${key}`}
              render={({ field: count }) => (
                <NumberInput
                  id={`${at}.${row}.${key}`}
                  aria-label={t(`planForm.${key}`, { number: row + 1 })}
                  title={t(`planForm.${key}`, { number: row + 1 })}
                  min={0}
                  max={99}
                  allowDecimal={false}
                  hideControls
                  value={count.value}
                  onChange={(value) => count.onChange(value === '' ? 0 : Number(value))}
                  error={fieldWords(errors?.[row]?.[key])}
                />
              )}
            />
          ))}
          <Button variant="subtle" size="compact-sm" onClick={() => remove(row)}>
            {t('app.remove')}
            <span className="visually-hidden"> {t('planForm.paper', { number: row + 1 })}</span>
          </Button>
        </div>
      ))}
      {fields.length > 0 && <p className="small faint">{t('planForm.paperHint')}</p>}
      <div>
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => append({ name: '', originals: 1, copies: 0 })}
        >
          {t('planForm.addPaper')}
        </Button>
      </div>
    </div>
  );
}
