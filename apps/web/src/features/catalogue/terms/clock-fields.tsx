import { Group, NativeSelect, NumberInput } from '@mantine/core';
import type { ChainStep } from '@tinhgon/rules/chain-version';
import { useTranslation } from 'react-i18next';

type Clock = ChainStep['clock'];

interface ClockFieldsProps {
  readonly value: Clock;
  readonly onChange: (clock: Clock) => void;
  /** The dates a clock of this chain may hang on. */
  readonly of: 'plan' | 'document';
  readonly label: string;
  /** Only days counted from when the step opens. */
  readonly counted?: boolean;
}

const DEFAULT_DAYS = 5;

/** How long a step may take. */
export function ClockFields({ value, onChange, of, label, counted = false }: ClockFieldsProps) {
  const { t } = useTranslation();
  const dated = of === 'plan' ? 'review' : 'planned-signing';
  const kinds: Clock['kind'][] = ['working-days', 'calendar-days'];
  if (!counted) kinds.push('by-date');
  if (!counted && of === 'document') kinds.push('before-in-force');
  const days = 'days' in value ? value.days : DEFAULT_DAYS;
  const choose = (kind: Clock['kind']) => {
    if (kind === 'by-date') onChange({ kind, date: dated });
    else if (kind === 'before-in-force') onChange({ kind, days, shortestDays: 3 });
    else onChange({ kind, days });
  };
  return (
    <Group gap="xs" align="end" wrap="wrap">
      <NativeSelect
        label={label}
        data={kinds.map((kind) => ({ value: kind, label: t(`terms.clockKind.${kind}`) }))}
        value={value.kind}
        onChange={(event) =>
          choose(kinds.find((kind) => kind === event.currentTarget.value) ?? 'working-days')
        }
      />
      {'days' in value && (
        <NumberInput
          label={t('terms.days')}
          w={84}
          min={1}
          max={3_650}
          allowDecimal={false}
          value={value.days}
          onChange={(next) => onChange({ ...value, days: Number(next) || 1 })}
        />
      )}
      {value.kind === 'before-in-force' && (
        <NumberInput
          label={t('terms.shortestDays')}
          w={120}
          min={0}
          max={3_650}
          allowDecimal={false}
          value={value.shortestDays}
          onChange={(next) => onChange({ ...value, shortestDays: Number(next) || 0 })}
        />
      )}
    </Group>
  );
}
