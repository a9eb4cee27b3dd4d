import { NativeSelect } from '@mantine/core';
import { lineDong } from '@tinhgon/rules/cost/line';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../../components/field-words.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { useWords } from '../../../../language/use-words.ts';
import { type AmountDraft, type Kind, reckonedAmount } from './cost-draft.ts';
import styles from './cost-fields.module.css';
import { type KnownWage, wageOf } from './wage-of.ts';
import { WholeNumber } from './whole-number.tsx';

interface AmountFieldProps {
  readonly at: string;
  readonly kind: Kind;
  readonly amount: AmountDraft;
  readonly wages: readonly KnownWage[];
  /** What is wrong with each of its parts, by the name of the part. */
  readonly errors: object | undefined;
  readonly onChange: (amount: AmountDraft) => void;
}

const keyOf = ({ parameter, version }: { readonly parameter: string; readonly version: number }): string =>
  `${parameter} ${version}`;

/** Time at a wage, or đồng. */
export function AmountField({ at, kind, amount, wages, errors, onChange }: AmountFieldProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const format = useFormat();
  const fieldWords = useFieldWords();
  const reckoned = reckonedAmount(amount);
  const errorAt = (part: string) => fieldWords((errors as Record<string, unknown> | undefined)?.[part]);
  const ways = (['time', 'dong'] as const).map((value) => ({
    value,
    label: t(value === 'time' ? 'planForm.cost.byTime' : 'planForm.cost.byDong'),
  }));
  const first = wages.find(({ inUse }) => inUse);
  return (
    <div className={styles.amount}>
      {kind !== 'fee' && (
        <NativeSelect
          label={t('planForm.cost.by')}
          data={ways}
          value={amount.by}
          onChange={(event) =>
            onChange(
              event.currentTarget.value === 'dong'
                ? { by: 'dong', dong: null }
                : { by: 'time', minutes: null, wage: first ? wageOf(first) : null },
            )
          }
        />
      )}
      {amount.by === 'dong' ? (
        <WholeNumber
          id={`${at}.dong`}
          label={t('planForm.cost.dong')}
          value={amount.dong}
          onChange={(dong) => onChange({ by: 'dong', dong })}
          error={errorAt('dong')}
        />
      ) : (
        <>
          <Time
            at={at}
            minutes={amount.minutes}
            error={errorAt('minutes')}
            onChange={(minutes) => onChange({ ...amount, minutes })}
          />
          <NativeSelect
            id={`${at}.wage`}
            label={t('planForm.cost.wage')}
            data={[
              ...(amount.wage ? [] : [{ value: '', label: t('planForm.cost.chooseWage') }]),
              // What is used today, and whatever the sheet was made with.
              ...wages
                .filter((one) => one.inUse || (amount.wage && keyOf(wageOf(one)) === keyOf(amount.wage)))
                .map((one) => ({
                  value: keyOf(wageOf(one)),
                  label: t('planForm.cost.wageOption', {
                    name: name(one.name),
                    version: one.version,
                    money: format.money(one.taken.dongPerHour),
                  }),
                })),
            ]}
            value={amount.wage ? keyOf(amount.wage) : ''}
            onChange={(event) => {
              const chosen = wages.find((one) => keyOf(wageOf(one)) === event.currentTarget.value);
              if (chosen) onChange({ ...amount, wage: wageOf(chosen) });
            }}
            error={errorAt('wage')}
          />
        </>
      )}
      {reckoned?.by === 'time' && (
        <p className="small soft">{t('planForm.cost.comes', { money: format.money(lineDong(reckoned)) })}</p>
      )}
    </div>
  );
}

interface TimeProps {
  readonly at: string;
  readonly minutes: number | null;
  readonly error: string | undefined;
  readonly onChange: (minutes: number | null) => void;
}

function Time({ at, minutes, error, onChange }: TimeProps) {
  const { t } = useTranslation();
  const hours = minutes === null ? null : Math.floor(minutes / 60);
  const rest = minutes === null ? null : minutes % 60;
  const enter = (h: number | null, m: number | null) =>
    onChange(h === null && m === null ? null : (h ?? 0) * 60 + (m ?? 0));
  return (
    <div className={styles.time}>
      <WholeNumber
        id={`${at}.minutes`}
        label={t('planForm.cost.hours')}
        value={hours}
        onChange={(h) => enter(h, rest === 0 ? null : rest)}
        error={error}
      />
      <WholeNumber
        label={t('planForm.cost.minutesOnly')}
        value={rest}
        max={59}
        onChange={(m) => enter(hours === 0 ? null : hours, m)}
      />
    </div>
  );
}
