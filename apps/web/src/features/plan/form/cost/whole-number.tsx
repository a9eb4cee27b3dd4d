import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface WholeNumberProps {
  readonly id?: string;
  readonly label: string;
  readonly value: number | null;
  readonly max?: number;
  readonly onChange: (value: number | null) => void;
  readonly error?: string | undefined;
}

/** A number of things or đồng, written as the language writes numbers; null while nothing is typed. */
export function WholeNumber({ id, label, value, max, onChange, error }: WholeNumberProps) {
  const { i18n } = useTranslation();
  const separator = i18n.language === 'vi' ? '.' : ',';
  return (
    <NumberInput
      {...(id === undefined ? {} : { id })}
      {...(max === undefined ? {} : { max, clampBehavior: 'strict' as const })}
      label={label}
      required
      min={0}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      thousandSeparator={separator}
      decimalSeparator={separator === '.' ? ',' : '.'}
      value={value ?? ''}
      onChange={(typed) => onChange(typed === '' ? null : Number(typed))}
      error={error}
    />
  );
}
