import { Checkbox } from '@mantine/core';
import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../components/field-words.ts';
import { type CostDraft, SIDES } from './cost-draft.ts';
import styles from './cost-fields.module.css';
import { WholeNumber } from './whole-number.tsx';

interface RunsProps {
  readonly at: string;
  readonly draft: CostDraft;
  readonly errors: FieldErrors<CostDraft> | undefined;
  readonly onChange: (draft: CostDraft) => void;
}

/** How often a procedure is gone through, and by how many. */
export function Runs({ at, draft, errors, onChange }: RunsProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { reestimated } = draft;
  return (
    <div className={styles.line}>
      <div className={styles.sides}>
        {SIDES.map((side) => (
          <fieldset key={side} className={styles.side}>
            <legend className="small soft">{t(`cost.${side}`)}</legend>
            <div className={styles.time}>
              {(['timesAYear', 'subjectsAYear'] as const).map((key) => (
                <WholeNumber
                  key={key}
                  id={`${at}.${side}.${key}`}
                  label={t(`planForm.cost.${key}`)}
                  value={draft[side][key]}
                  onChange={(value) => onChange({ ...draft, [side]: { ...draft[side], [key]: value } })}
                  error={fieldWords(errors?.[side]?.[key])}
                />
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      {(['times', 'subjects'] as const).map((key) => (
        <Checkbox
          key={key}
          label={t(key === 'times' ? 'planForm.cost.anewTimes' : 'planForm.cost.anewSubjects')}
          checked={reestimated[key]}
          onChange={() => onChange({ ...draft, reestimated: { ...reestimated, [key]: !reestimated[key] } })}
        />
      ))}
    </div>
  );
}
