import { Textarea } from '@mantine/core';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import type { PlanValues } from './form-values.ts';
import styles from './plan-form.module.css';

interface LinesFieldsProps {
  readonly index: number;
  readonly side: 'current' | 'proposed';
}

/** The rarer parts of a procedure's content, folded away. Lists have one entry per line. */
export function LinesFields({ index, side }: LinesFieldsProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { control, register, formState } = useFormContext<PlanValues>();
  const at = `measures.${index}.${side}` as const;
  const errors = formState.errors.measures?.[index]?.[side];
  return (
    <details className={styles.more}>
      <summary>{t('planForm.more')}</summary>
      {(['steps', 'forms', 'conditions'] as const).map((key) => (
        <Controller
          key={key}
          control={control}
          name={`${at}.${key}`}
          render={({ field }) => (
            <Textarea
              id={`${at}.${key}`}
              label={t(`content.row.${key}`)}
              description={t('document.onePerLine')}
              autosize
              minRows={1}
              value={field.value.join('\n')}
              onChange={(event) =>
                field.onChange(event.currentTarget.value ? event.currentTarget.value.split('\n') : [])
              }
              onBlur={() => field.onChange(field.value.map((line) => line.trim()).filter(Boolean))}
              error={fieldWords(errors?.[key])}
            />
          )}
        />
      ))}
      {(['result', 'legalBasis'] as const).map((key) => (
        <Textarea
          key={key}
          id={`${at}.${key}`}
          label={t(`content.row.${key}`)}
          autosize
          minRows={1}
          {...register(`${at}.${key}`)}
          error={fieldWords(errors?.[key])}
        />
      ))}
    </details>
  );
}
