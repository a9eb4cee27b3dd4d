import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { ReactNode } from 'react';
import styles from './filter-bar.module.css';

const TYPING_MS = 300;

/** Filters above a list; each writes itself into the address. */
export function FilterBar({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={`${styles.bar} no-print`} role="search" aria-label={label}>
      {children}
    </div>
  );
}

export function FilterText({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}) {
  const tell = useDebouncedCallback((typed: string) => onChange(typed.trim() || undefined), TYPING_MS);
  return (
    <TextInput
      type="search"
      label={label}
      defaultValue={value ?? ''}
      onChange={(event) => tell(event.currentTarget.value)}
      className={styles.text}
    />
  );
}

export function FilterChoice<T extends string>({
  label,
  any,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly any: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}) {
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: any }, ...options]}
      value={value ?? ''}
      onChange={(event) => onChange((event.currentTarget.value || undefined) as T | undefined)}
    />
  );
}
