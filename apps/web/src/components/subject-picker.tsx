import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { searchView } from '@tinhgon/rules/views/catalogue';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useTRPC } from '../server/trpc.ts';

export interface Chosen {
  readonly kind: 'procedure' | 'document' | 'plan';
  readonly code: string;
  readonly title: string;
}

interface SubjectPickerProps {
  readonly label: string;
  readonly value: Chosen | null;
  readonly onChange: (chosen: Chosen | null) => void;
  /** What there is to choose from; everything the reader sees when left out. */
  readonly options?: readonly Chosen[];
  /** What is searched for. */
  readonly kinds?: readonly Chosen['kind'][];
  readonly error?: ReactNode;
  readonly id?: string;
}

const TYPING_MS = 250;
const keyOf = ({ kind, code }: Chosen): string => `${kind}/${code}`;

/** A procedure, document or plan, found by code or words. */
const ALL_KINDS: readonly Chosen['kind'][] = ['procedure', 'document', 'plan'];

export function SubjectPicker({ value, onChange, options, kinds = ALL_KINDS, ...props }: SubjectPickerProps) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const query = useQuery({
    ...trpc.search.find.queryOptions({ q, kinds: [...kinds], limit: 20 }),
    enabled: options === undefined && q.length > 0,
    placeholderData: keepPreviousData,
  });
  const found: readonly Chosen[] = options ?? (q ? subjectsIn(query.data ?? []) : []);
  const all = value && !found.some((one) => keyOf(one) === keyOf(value)) ? [value, ...found] : found;
  return (
    <Select
      {...props}
      required
      searchable
      data={all.map((one) => ({
        value: keyOf(one),
        label: `${t(`bottleneck.on.${one.kind}`)} ${one.code} · ${one.title}`,
      }))}
      // The server has found them by their words already.
      {...(options === undefined && { filter: ({ options: given }) => given })}
      onSearchChange={setTyped}
      nothingFoundMessage={q || options ? t('app.nothingFound') : t('bottleneck.typeToFind')}
      value={value ? keyOf(value) : null}
      onChange={(key) => onChange(all.find((one) => keyOf(one) === key) ?? null)}
    />
  );
}

function subjectsIn(found: z.infer<typeof searchView>): Chosen[] {
  return found.flatMap(({ kind, code, title }) =>
    kind === 'procedure' || kind === 'document' || kind === 'plan' ? { kind, code, title } : [],
  );
}
