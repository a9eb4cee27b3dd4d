import { useFieldArray, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { blankContent, type PlanValues } from './form-values.ts';
import { MeasureFields } from './measure-fields.tsx';
import styles from './plan-form.module.css';
import { ProcedurePicker } from './procedure-picker.tsx';

/** The plan's procedures and what is done to each; to those that came back of some, none is added. */
export function MeasureList({ locked }: { readonly locked: ReadonlySet<string> }) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { control, formState, clearErrors } = useFormContext<PlanValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'measures' });
  const error = formState.errors.measures;
  const missing = error && 'type' in error ? error : error?.root;
  return (
    <fieldset className={styles.measures}>
      <legend>{t('planForm.measures')}</legend>
      {fields.map(
        (field, index) =>
          !locked.has(field.procedureCode) && (
            <MeasureFields key={field.id} index={index} onRemove={() => remove(index)} />
          ),
      )}
      {locked.size === 0 && (
        <ProcedurePicker
          taken={fields.map((field) => field.procedureCode)}
          error={missing ? t('planForm.noMeasure') : fieldWords(undefined)}
          onPick={(procedureCode, current) => {
            clearErrors('measures');
            append(
              {
                procedureCode,
                measure: 'cut-papers',
                otherMeasures: [],
                current: current ?? blankContent(),
                proposed: current ?? blankContent(),
                cost: null,
                note: '',
                documents: [],
              },
              { shouldFocus: false },
            );
          }}
        />
      )}
    </fieldset>
  );
}
