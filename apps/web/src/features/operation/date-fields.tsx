import { NativeSelect, NumberInput } from '@mantine/core';
import { DATE_GROUNDS, type DateGround, DOCUMENT_DATES, PLAN_DATES } from '@tinhgon/rules/dates/date';
import { type BulkDateChange, MOST_DAYS_OFF } from '@tinhgon/rules/operation/bulk-dates';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { Segments } from '../../components/segments.tsx';
import { capital } from '../../language/use-words.ts';

/** Which date of all that is chosen moves, and where to. */
export interface DateMove {
  readonly date: BulkDateChange['date'];
  readonly by: 'day' | 'days';
  readonly to: string | null;
  readonly days: number;
  readonly unit: 'working' | 'calendar';
  readonly ground: DateGround | '';
}

export const firstMove = (kind: 'plan' | 'document'): DateMove => ({
  date: kind === 'plan' ? 'deadline' : 'plannedSigning',
  by: 'days',
  to: null,
  days: 10,
  unit: 'working',
  ground: '',
});

/** Whether it says enough to be looked at. */
export const isComplete = ({ by, to, days }: DateMove): boolean =>
  by === 'day' ? to !== null : days >= 1 && days <= MOST_DAYS_OFF;

export const dateChangeOf = (
  { date, by, to, days, unit, ground }: DateMove,
  reason: string,
): BulkDateChange => ({
  type: 'requestDateChange',
  date,
  move: by === 'day' ? { by, to: to ?? '' } : { by, days, unit },
  reason,
  ...(ground && { ground }),
});

interface DateFieldsProps {
  /** What was chosen; each kind has dates of its own. */
  readonly kinds: ReadonlySet<'plan' | 'document'>;
  readonly move: DateMove;
  readonly onChange: (move: DateMove) => void;
}

export function DateFields({ kinds, move, onChange }: DateFieldsProps) {
  const { t, i18n } = useTranslation();
  return (
    <>
      <NativeSelect
        label={t('operation.dates.date')}
        data={[
          ...(kinds.has('plan') ? PLAN_DATES : []),
          ...(kinds.has('document') ? DOCUMENT_DATES : []),
        ].map((value) => ({ value, label: capital(t(`dates.name.${value}`), i18n.language) }))}
        value={move.date}
        onChange={(event) => onChange({ ...move, date: event.currentTarget.value as DateMove['date'] })}
      />
      <Segments
        aria-label={t('operation.dates.how')}
        data={(['days', 'day'] as const).map((value) => ({ value, label: t(`operation.dates.${value}`) }))}
        value={move.by}
        onChange={(value) => onChange({ ...move, by: value as DateMove['by'] })}
      />
      {move.by === 'day' ? (
        <DayInput
          label={t('dates.to')}
          required
          value={move.to}
          onChange={(to) => onChange({ ...move, to })}
        />
      ) : (
        <>
          <NumberInput
            label={t('operation.dates.count')}
            required
            min={1}
            max={MOST_DAYS_OFF}
            allowDecimal={false}
            value={move.days}
            onChange={(days) => onChange({ ...move, days: Number(days) || 0 })}
            error={!isComplete(move) && t('operation.dates.countMissing', { most: MOST_DAYS_OFF })}
          />
          <NativeSelect
            label={t('operation.dates.unit')}
            data={(['working', 'calendar'] as const).map((value) => ({
              value,
              label: t(`operation.dates.${value}`),
            }))}
            value={move.unit}
            onChange={(event) => onChange({ ...move, unit: event.currentTarget.value as DateMove['unit'] })}
          />
        </>
      )}
      <NativeSelect
        label={t('dates.ground')}
        data={[
          { value: '', label: t('dates.groundNone') },
          ...DATE_GROUNDS.map((value) => ({ value, label: t(`dates.grounds.${value}`) })),
        ]}
        value={move.ground}
        onChange={(event) => onChange({ ...move, ground: event.currentTarget.value as DateMove['ground'] })}
      />
      <p className="soft small">{t('operation.dates.hint')}</p>
    </>
  );
}
