import { Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { LegalDate } from '@tinhgon/rules/days';
import { AGENCY_CHANGES, type AgencyChangeKind } from '@tinhgon/rules/operation/operation';
import type { Agency } from '@tinhgon/rules/views/catalogue';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../components/day-input.tsx';
import { Segments } from '../../components/segments.tsx';
import { matches } from '../../format/matches.ts';
import { today } from '../../format/today.ts';
import { useWords } from '../../language/use-words.ts';
import { useTRPC } from '../../server/trpc.ts';
import styles from './operation.module.css';

export interface ChangeDraft {
  readonly kind: AgencyChangeKind;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly effectiveOn: LegalDate | null;
  readonly newCode: string;
  readonly newName: string;
  readonly newNameEn: string;
  /** Only the name changes, and everything stays under the same code. */
  readonly keepsCode: boolean;
  /** Of the agency that is renamed: the new one is of its kind and in its place. */
  readonly newKind?: Agency['kind'];
  readonly newParent?: string | null;
}

interface ChangeFieldsProps {
  readonly draft: ChangeDraft;
  readonly onChange: (draft: ChangeDraft) => void;
}

/** Which agencies, into what, from which day. */
export function ChangeFields({ draft, onChange }: ChangeFieldsProps) {
  const { t } = useTranslation();
  const { name } = useWords();
  const { data: agencies = [] } = useQuery(useTRPC().catalogue.agencies.queryOptions());
  const standing = agencies.filter(({ to }) => to === null || to >= today());
  const data = standing.map((agency) => ({
    value: agency.code,
    label: `${name({ vi: agency.nameVi, en: agency.nameEn })} (${agency.code})`,
  }));
  const search = {
    searchable: true,
    data,
    nothingFoundMessage: t('app.nothingFound'),
    filter: ({ options, search: typed }: { options: readonly unknown[]; search: string }) =>
      options.filter(
        (option): option is { value: string; label: string } =>
          typeof option === 'object' &&
          option !== null &&
          'label' in option &&
          matches(typed, String(option.label)),
      ),
  };
  const renamed = (code: string | null): ChangeDraft => {
    const agency = agencies.find((one) => one.code === code);
    return {
      ...draft,
      from: code ? [code] : [],
      ...(agency ? { newKind: agency.kind, newParent: agency.parent } : {}),
    };
  };
  return (
    <div className={styles.fields}>
      <Segments
        aria-label={t('operation.changeKind')}
        data={AGENCY_CHANGES.map((value) => ({ value, label: t(`operation.kind.${value}`) }))}
        value={draft.kind}
        onChange={(value) => onChange({ ...draft, kind: value as AgencyChangeKind, from: [], to: [] })}
      />
      {draft.kind === 'merger' ? (
        <MultiSelect
          {...search}
          label={t('operation.from.merger')}
          required
          value={[...draft.from]}
          onChange={(from) => onChange({ ...draft, from })}
        />
      ) : (
        <Select
          {...search}
          label={t(`operation.from.${draft.kind}`)}
          required
          value={draft.from[0] ?? null}
          onChange={(code) => onChange(renamed(code))}
        />
      )}
      {draft.kind === 'merger' && (
        <Select
          {...search}
          label={t('operation.into.merger')}
          description={t('operation.into.hint')}
          required
          value={draft.to[0] ?? null}
          onChange={(code) => onChange({ ...draft, to: code ? [code] : [] })}
        />
      )}
      {draft.kind === 'split' && (
        <MultiSelect
          {...search}
          label={t('operation.into.split')}
          description={t('operation.into.splitHint')}
          required
          value={[...draft.to]}
          onChange={(to) => onChange({ ...draft, to })}
        />
      )}
      {draft.kind === 'renaming' && (
        <>
          <TextInput
            label={t('operation.newName')}
            required
            maxLength={500}
            value={draft.newName}
            onChange={(event) => onChange({ ...draft, newName: event.currentTarget.value })}
          />
          <TextInput
            label={t('operation.newNameEn')}
            maxLength={500}
            value={draft.newNameEn}
            onChange={(event) => onChange({ ...draft, newNameEn: event.currentTarget.value })}
          />
          <Checkbox
            label={t('operation.keepCode')}
            description={t('operation.keepCodeHint')}
            checked={draft.keepsCode}
            onChange={(event) => onChange({ ...draft, keepsCode: event.currentTarget.checked })}
          />
          {!draft.keepsCode && (
            <TextInput
              label={t('operation.newCode')}
              description={t('operation.newCodeHint')}
              required
              maxLength={60}
              value={draft.newCode}
              onChange={(event) => onChange({ ...draft, newCode: event.currentTarget.value })}
            />
          )}
        </>
      )}
      <DayInput
        label={t('operation.effectiveOn')}
        description={t('operation.effectiveHint')}
        required
        value={draft.effectiveOn}
        onChange={(effectiveOn) => onChange({ ...draft, effectiveOn })}
      />
    </div>
  );
}
