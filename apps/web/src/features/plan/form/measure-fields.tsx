import { Button, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { MEASURES } from '@tinhgon/rules/vocabulary';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { useWords } from '../../../language/use-words.ts';
import { ContentFields } from './content-fields.tsx';
import { CostFields } from './cost/cost-fields.tsx';
import { DocumentsField } from './documents-field.tsx';
import type { PlanValues } from './form-values.ts';
import styles from './plan-form.module.css';
import { useMeasureTitle } from './use-measure-title.ts';

/** What the plan does to one procedure. */
export function MeasureFields({
  index,
  onRemove,
}: {
  readonly index: number;
  readonly onRemove: () => void;
}) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const fieldWords = useFieldWords();
  const title = useMeasureTitle(index);
  const { register, control, formState, watch } = useFormContext<PlanValues>();
  const errors = formState.errors.measures?.[index];
  const kinds = MEASURES.map((value) => ({ value, label: capital('measure', value) }));
  const main = watch(`measures.${index}.measure`);
  return (
    <section className={styles.measure} aria-label={title}>
      <div className={styles.measureHead}>
        <h2>
          <span className="faint">{index + 1}.</span> {title}
        </h2>
        <Button variant="subtle" size="compact-sm" onClick={onRemove}>
          {t('app.remove')}
          <span className="visually-hidden"> {title}</span>
        </Button>
      </div>
      {errors?.procedureCode && (
        <p className="late small" role="alert">
          {fieldWords(errors.procedureCode)}
        </p>
      )}
      <div className={styles.section}>
        <NativeSelect
          id={`measures.${index}.measure`}
          label={t('planForm.field.measure')}
          data={kinds}
          {...register(`measures.${index}.measure`)}
        />
        <Controller
          control={control}
          name={`measures.${index}.otherMeasures`}
          render={({ field }) => (
            <MultiSelect
              id={`measures.${index}.otherMeasures`}
              label={t('planForm.field.otherMeasures')}
              data={kinds.filter((kind) => kind.value !== main)}
              value={field.value}
              onChange={field.onChange}
            />
          )}
        />
        <DocumentsField index={index} />
      </div>
      <div className={styles.sides}>
        <ContentFields index={index} side="current" />
        <ContentFields index={index} side="proposed" />
      </div>
      <CostFields index={index} />
      <Textarea
        id={`measures.${index}.note`}
        label={t('planForm.field.note')}
        autosize
        minRows={1}
        {...register(`measures.${index}.note`)}
        error={fieldWords(errors?.note)}
      />
    </section>
  );
}
