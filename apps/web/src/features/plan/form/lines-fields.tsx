import { Textarea } from '@mantine/core';
import { Fragment } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { FormRemarks } from '../../../components/remarks/form-remarks.tsx';
import { useOpenRemarks } from '../../../components/remarks/use-open-remarks.ts';
import type { PlanValues } from './form-values.ts';
import styles from './plan-form.module.css';

interface LinesFieldsProps {
  readonly index: number;
  readonly side: 'current' | 'proposed';
}

const LISTS = ['steps', 'forms', 'conditions'] as const;
const TEXTS = ['result', 'legalBasis'] as const;

/** The rarer parts of a procedure's content, folded away. Lists have one entry per line. */
export function LinesFields({ index, side }: LinesFieldsProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { control, register, formState, getValues } = useFormContext<PlanValues>();
  const at = `measures.${index}.${side}` as const;
  const errors = formState.errors.measures?.[index]?.[side];
  const procedureCode = getValues(`measures.${index}.procedureCode`);
  const isRemarked = useOpenRemarks([...LISTS, ...TEXTS], procedureCode).length > 0;
  return (
    <details className={styles.more} open={side === 'proposed' && isRemarked}>
      <summary>{t('planForm.more')}</summary>
      {LISTS.map((key) => (
        <Fragment key={key}>
          <Controller
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
          {side === 'proposed' && <FormRemarks field={key} procedureCode={procedureCode} />}
        </Fragment>
      ))}
      {TEXTS.map((key) => (
        <Fragment key={key}>
          <Textarea
            id={`${at}.${key}`}
            label={t(`content.row.${key}`)}
            autosize
            minRows={1}
            {...register(`${at}.${key}`)}
            error={fieldWords(errors?.[key])}
          />
          {side === 'proposed' && <FormRemarks field={key} procedureCode={procedureCode} />}
        </Fragment>
      ))}
    </details>
  );
}
