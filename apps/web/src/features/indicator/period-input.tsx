import { Group, NativeSelect, TextInput } from '@mantine/core';
import { type Period, type PeriodKind, numberInYear, periodNumbered } from '@tinhgon/rules/indicator/period';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

const COUNT = { month: 12, quarter: 4, 'half-year': 2, year: 1 } as const;
const ROMAN = ['I', 'II', 'III', 'IV'];

interface PeriodInputProps {
  readonly kind: PeriodKind;
  readonly value: Period;
  readonly onChange: (period: Period) => void;
  readonly error?: ReactNode;
}

/** A year, and which month, quarter or half of it. */
export function PeriodInput({ kind, value, onChange, error }: PeriodInputProps) {
  const { t } = useTranslation();
  const [year, setYear] = useState(value.slice(0, 4));
  const [number, setNumber] = useState(numberInYear(value));
  const tell = (nextYear: string, next: number) => {
    setYear(nextYear);
    setNumber(next);
    onChange(periodNumbered(kind, nextYear.trim(), next));
  };
  return (
    <Group align="start" grow>
      {kind !== 'year' && (
        <NativeSelect
          label={t(`indicator.inYear.${kind}`)}
          data={Array.from({ length: COUNT[kind] }, (_, index) => ({
            value: String(index + 1),
            label:
              kind === 'half-year'
                ? t(index === 0 ? 'indicator.half.1' : 'indicator.half.2')
                : kind === 'quarter'
                  ? (ROMAN[index] ?? '')
                  : String(index + 1),
          }))}
          value={String(number)}
          onChange={(event) => tell(year, Number(event.currentTarget.value))}
        />
      )}
      <TextInput
        label={t('indicator.year')}
        required
        inputMode="numeric"
        value={year}
        onChange={(event) => tell(event.currentTarget.value, number)}
        error={error}
      />
    </Group>
  );
}
