import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ProcedureContent } from '@tinhgon/rules/content';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useTRPC, useTRPCClient } from '../../../server/trpc.ts';
import type { PlanValues } from './form-values.ts';
import { FoundProcedures } from './found-procedures.tsx';
import { useNames } from './names-context.ts';
import styles from './plan-form.module.css';

interface ProcedurePickerProps {
  readonly taken: readonly string[];
  readonly error: string | undefined;
  readonly onPick: (code: string, current: ProcedureContent | null) => void;
}

const TYPING_MS = 250;
const LIMIT = 8;

/** Finds procedures by code or words, accents ignored, and takes them into the plan with their current content. */
export function ProcedurePicker({ taken, error, onPick }: ProcedurePickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const announce = useAnnounce();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { addNames } = useNames();
  const { control } = useFormContext<PlanValues>();
  const [programme, leadAgency] = useWatch({ control, name: ['programme', 'leadAgency'] });
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const query = useQuery({
    ...trpc.procedures.forPlan.queryOptions({ q, programme, leadAgency, limit: LIMIT }),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
  const found = q ? (query.data?.items ?? []) : [];
  const pick = async (code: string, title: string) => {
    setAdding(code);
    // Where its current content is not known, or could not be asked for, the form says so.
    const detail = await client.procedures.get.query({ code }).catch(() => null);
    setAdding(null);
    addNames({ [code]: title });
    onPick(code, detail?.current ?? null);
    announce(t('planForm.picked', { name: title }));
  };
  return (
    <div className={styles.picker}>
      <TextInput
        id="measures"
        type="search"
        label={t('planForm.pick')}
        description={t('planForm.pickHint')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        error={error}
      />
      <p
        className={q && query.data && query.data.total > LIMIT ? 'small soft' : 'visually-hidden'}
        role="status"
      >
        {q &&
          query.data &&
          found.length < query.data.total &&
          t('planForm.firstOf', { shown: found.length, total: format.number(query.data.total) })}
        {q && query.data && found.length >= query.data.total && t('search.found', { count: found.length })}
      </p>
      {q && query.data && found.length === 0 && <p className="soft">{t('app.nothingFound')}</p>}
      <FoundProcedures
        found={found}
        taken={taken}
        adding={adding}
        onPick={(code, title) => void pick(code, title)}
      />
    </div>
  );
}
