import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { COST_LINE_KINDS } from '@tinhgon/rules/cost/sheet';
import { LINE_MAX } from '@tinhgon/rules/text';
import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../components/field-words.ts';
import { useWords } from '../../../../language/use-words.ts';
import { AmountField } from './amount-field.tsx';
import {
  amountAt,
  canBeReestimated,
  type CostDraft,
  type CostRow,
  type Kind,
  SIDES,
  withAmount,
  withBack,
  withKind,
  withName,
  withRemark,
  without,
} from './cost-draft.ts';
import styles from './cost-fields.module.css';
import type { KnownWage } from './wage-of.ts';

interface CostLineProps {
  /** The path of the sheet in the form. */
  readonly at: string;
  readonly place: number;
  readonly row: CostRow;
  readonly draft: CostDraft;
  readonly wages: readonly KnownWage[];
  readonly errors: FieldErrors<CostDraft> | undefined;
  readonly onChange: (draft: CostDraft) => void;
}

/** One thing a person does or pays, now and as proposed. */
export function CostLine({ at, place, row, draft, wages, errors, onChange }: CostLineProps) {
  const { t } = useTranslation();
  const { word } = useWords();
  const fieldWords = useFieldWords();
  const title = t('planForm.cost.lineOf', { number: place + 1, name: row.name });
  const first = row.at.current === null ? 'proposed' : 'current';
  const own = `${at}.${first}.lines.${row.at[first] ?? 0}`;
  const errorsAt = (side: 'current' | 'proposed') => errors?.[side]?.lines?.[row.at[side] ?? -1];
  const marked = draft.reestimated.lines.includes(row.key);
  return (
    <fieldset className={styles.line}>
      <legend className="visually-hidden">{title}</legend>
      <div className={styles.what}>
        <NativeSelect
          id={`${own}.kind`}
          label={t('planForm.cost.kind')}
          data={COST_LINE_KINDS.map((value) => ({ value, label: word('costLineKind', value) }))}
          value={row.kind}
          onChange={(event) => onChange(withKind(draft, row, event.currentTarget.value as Kind))}
        />
        <TextInput
          id={`${own}.name`}
          label={t('planForm.cost.name')}
          required
          value={row.name}
          onChange={(event) => onChange(withName(draft, row, event.currentTarget.value))}
          error={fieldWords(errorsAt(first)?.name)}
        />
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onChange(without(draft, row, SIDES))}
          aria-label={`${t('planForm.cost.removeLine')}: ${title}`}
        >
          {t('app.remove')}
        </Button>
      </div>
      <div className={styles.sides}>
        {SIDES.map((side) => {
          const amount = amountAt(draft, row, side);
          return (
            <div
              key={side}
              role="group"
              aria-label={`${t(`cost.${side}`)}, ${title}`}
              className={styles.side}
            >
              <div className={styles.sideHead}>
                <span className="small soft">{t(`cost.${side}`)}</span>
                {amount === null ? (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => onChange(withBack(draft, row, side))}
                  >
                    {t('planForm.cost.bringBack')}
                  </Button>
                ) : (
                  <Button
                    variant="subtle"
                    size="compact-xs"
                    onClick={() => onChange(without(draft, row, [side]))}
                  >
                    {t('planForm.cost.leaveOut')}
                  </Button>
                )}
              </div>
              {amount === null ? (
                <p className="soft">{t('planForm.cost.leftOut')}</p>
              ) : (
                <AmountField
                  at={`${at}.${side}.lines.${row.at[side]}.amount`}
                  kind={row.kind}
                  amount={amount}
                  wages={wages}
                  errors={errorsAt(side)?.amount}
                  onChange={(next) => onChange(withAmount(draft, row, side, next))}
                />
              )}
            </div>
          );
        })}
      </div>
      <Textarea
        id={`${own}.remark`}
        label={t('planForm.cost.remark')}
        description={t('planForm.cost.remarkHint')}
        autosize
        minRows={1}
        maxLength={LINE_MAX}
        value={row.remark}
        onChange={(event) => onChange(withRemark(draft, row, event.currentTarget.value))}
        error={fieldWords(errorsAt(first)?.remark)}
      />
      {canBeReestimated(row) && (
        <Checkbox
          label={t('planForm.cost.anew')}
          checked={marked}
          onChange={() => {
            const { lines } = draft.reestimated;
            const next = marked ? lines.filter((key) => key !== row.key) : [...lines, row.key];
            onChange({ ...draft, reestimated: { ...draft.reestimated, lines: next } });
          }}
        />
      )}
    </fieldset>
  );
}
