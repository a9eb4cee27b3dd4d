import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { MODES } from '@tinhgon/rules/content';
import type { ProcedureField } from '@tinhgon/rules/remark/fields';
import { LEVELS, levelsOn } from '@tinhgon/rules/vocabulary';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { FormRemarks } from '../../../components/remarks/form-remarks.tsx';
import { today } from '../../../format/today.ts';
import { useWords } from '../../../language/use-words.ts';
import { CurrentKnown } from './current-known.tsx';
import type { PlanValues } from './form-values.ts';
import { LinesFields } from './lines-fields.tsx';
import { PapersField } from './papers-field.tsx';
import styles from './plan-form.module.css';

interface ContentFieldsProps {
  readonly index: number;
  readonly side: 'current' | 'proposed';
}

const numberOrNull = (value: string | number): number | null => (value === '' ? null : Number(value));

/** One side of a procedure: what it asks of a citizen, now or as proposed. */
export function ContentFields({ index, side }: ContentFieldsProps) {
  const { t, i18n } = useTranslation();
  const separator = i18n.language === 'vi' ? '.' : ',';
  const { word } = useWords();
  const fieldWords = useFieldWords();
  const { control, formState, getValues } = useFormContext<PlanValues>();
  const at = `measures.${index}.${side}` as const;
  const errors = formState.errors.measures?.[index]?.[side];
  const procedureCode = getValues(`measures.${index}.procedureCode`);
  // A remark is about current and proposed; it is answered where the new text is written.
  const remarksAt = (field: ProcedureField) =>
    side === 'proposed' && <FormRemarks field={field} procedureCode={procedureCode} />;
  return (
    <fieldset className={styles.side}>
      <legend>{t(`content.${side}`)}</legend>
      {side === 'current' && <CurrentKnown index={index} />}
      <PapersField index={index} side={side} />
      {remarksAt('papers')}
      <Controller
        control={control}
        name={`${at}.timeLimit`}
        render={({ field }) => (
          <div className={styles.pair}>
            <NumberInput
              id={`${at}.timeLimit`}
              label={t('planForm.field.timeLimit')}
              min={0}
              allowDecimal={false}
              value={field.value?.days ?? ''}
              onChange={(value) => {
                const days = numberOrNull(value);
                field.onChange(days === null ? null : { days, unit: field.value?.unit ?? 'working' });
              }}
              error={fieldWords(errors?.timeLimit?.days ?? errors?.timeLimit)}
            />
            <NativeSelect
              label={t('planForm.dayKind')}
              data={(['working', 'calendar'] as const).map((value) => ({
                value,
                label: t(`planForm.days.${value}`),
              }))}
              value={field.value?.unit ?? 'working'}
              disabled={!field.value}
              onChange={(event) =>
                field.value && field.onChange({ ...field.value, unit: event.currentTarget.value })
              }
            />
          </div>
        )}
      />
      {remarksAt('timeLimit')}
      <Controller
        control={control}
        name={`${at}.feeDong`}
        render={({ field }) => (
          <NumberInput
            id={`${at}.feeDong`}
            label={t('planForm.field.feeDong')}
            min={0}
            allowDecimal={false}
            thousandSeparator={separator}
            decimalSeparator={separator === '.' ? ',' : '.'}
            value={field.value ?? ''}
            onChange={(value) => field.onChange(numberOrNull(value))}
            error={fieldWords(errors?.feeDong)}
          />
        )}
      />
      {remarksAt('fee')}
      <Controller
        control={control}
        name={`${at}.modes`}
        render={({ field }) => (
          <Checkbox.Group label={t('planForm.field.modes')} value={field.value} onChange={field.onChange}>
            <div className={styles.modes}>
              {MODES.map((mode) => (
                <Checkbox key={mode} value={mode} label={word('mode', mode)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
      {remarksAt('modes')}
      <Controller
        control={control}
        name={`${at}.level`}
        render={({ field }) => (
          <NativeSelect
            label={t('planForm.field.level')}
            data={[
              { value: '', label: '–' },
              // A level that is no more stays to be read where it stands.
              ...LEVELS.filter((value) => value === field.value || levelsOn(today()).includes(value)).map(
                (value) => ({ value, label: word('level', value) }),
              ),
            ]}
            value={field.value ?? ''}
            onChange={(event) => field.onChange(event.currentTarget.value || null)}
            error={fieldWords(errors?.level)}
          />
        )}
      />
      {remarksAt('level')}
      <LinesFields index={index} side={side} />
    </fieldset>
  );
}
