import { Button, Textarea, TextInput } from '@mantine/core';
import type { DocumentContent } from '@tinhgon/rules/content';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import styles from './document-form.module.css';

/** Who was asked, who answered what, and who did not. */
export function ConsultationFields({ form }: { readonly form: UseFormReturn<DocumentContent> }) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'consultations' });
  const errors = form.formState.errors.consultations;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <legend className="medium">{t('document.consultations')}</legend>
      {fields.map((row, index) => (
        <div
          key={row.id}
          className={styles.row}
          role="group"
          aria-label={t('document.consultationOf', { number: index + 1 })}
        >
          <TextInput
            label={t('document.asked')}
            required
            {...form.register(`consultations.${index}.agency`)}
            error={fieldWords(errors?.[index]?.agency)}
          />
          {(['askedOn', 'answeredOn'] as const).map((key) => (
            <Controller
              key={key}
              control={form.control}
              name={`consultations.${index}.${key}`}
              render={({ field }) => (
                <DayInput
                  label={t(`document.${key}`)}
                  required={key === 'askedOn'}
                  value={field.value || null}
                  onChange={(day) => field.onChange(key === 'askedOn' ? (day ?? '') : day)}
                  error={fieldWords(errors?.[index]?.[key])}
                />
              )}
            />
          ))}
          <Textarea
            label={t('document.answer')}
            autosize
            minRows={1}
            {...form.register(`consultations.${index}.answer`)}
            error={fieldWords(errors?.[index]?.answer)}
          />
          <div>
            <Button variant="subtle" size="compact-sm" onClick={() => remove(index)}>
              {t('app.remove')}
              <span className="visually-hidden"> {t('document.consultationOf', { number: index + 1 })}</span>
            </Button>
          </div>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        mt={8}
        onClick={() => append({ agency: '', askedOn: '', answeredOn: null, answer: '' })}
      >
        {t('document.addConsultation')}
      </Button>
    </fieldset>
  );
}
