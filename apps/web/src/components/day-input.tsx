import { ActionIcon, Popover, Skeleton, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { LegalDate } from '@tinhgon/rules/days';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay, writeDay } from '../format/parse-day.ts';

const Calendar = lazy(() => import('./calendar.tsx').then((module) => ({ default: module.Calendar })));

interface DayInputProps {
  readonly label: string;
  readonly value: LegalDate | null;
  readonly onChange: (day: LegalDate | null) => void;
  readonly error?: ReactNode;
  readonly description?: string;
  readonly required?: boolean;
  /** Shown as it is, not to be changed here. */
  readonly readOnly?: boolean;
  readonly id?: string;
}

/**
 * A day, typed as people write it (22/11/2026) or picked from the calendar. The calendar opens by its button
 * alone: one that opens with the focus covers what stands below while one types.
 */
export function DayInput({ value, onChange, error, ...props }: DayInputProps) {
  const { t } = useTranslation();
  const [open, actions] = useDisclosure();
  const [typed, setTyped] = useState({ text: writeDay(value), day: value });
  const [left, setLeft] = useState(false);
  const text = typed.day === value ? typed.text : writeDay(value);
  const wrong = left && text.trim() !== '' && parseDay(text) === null;
  const type = (next: string) => {
    const day = parseDay(next);
    setTyped({ text: next, day });
    setLeft(false);
    onChange(day);
  };
  return (
    <Popover opened={open} onChange={(now) => !now && actions.close()} trapFocus returnFocus withinPortal>
      <TextInput
        {...props}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setLeft(true)}
        placeholder={t('app.dayPlaceholder')}
        autoComplete="off"
        error={wrong ? t('app.dayWrong') : error}
        rightSection={
          !props.readOnly && (
            <Popover.Target>
              <ActionIcon variant="subtle" onClick={actions.toggle} aria-label={t('app.calendar')}>
                <CalendarIcon />
              </ActionIcon>
            </Popover.Target>
          )
        }
      />
      <Popover.Dropdown aria-label={props.label}>
        <Suspense fallback={<Skeleton width={252} height={270} />}>
          <Calendar
            day={value}
            onChoose={(day) => {
              setTyped({ text: writeDay(day), day });
              onChange(day);
              actions.close();
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}

function CalendarIcon() {
  return (
    <svg
      width="16"
      height="16"
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentcolor"
      strokeWidth="1.3"
      aria-hidden="true"
    >
      <rect x="2" y="3" width="12" height="11" rx="1.5" />
      <path d="M2 6.5h12M5.5 1.5v3M10.5 1.5v3" />
    </svg>
  );
}
