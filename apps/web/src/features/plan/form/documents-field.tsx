import { Button, MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../components/field-words.ts';
import { useTRPC } from '../../../server/trpc.ts';
import type { PlanValues } from './form-values.ts';
import { useNames } from './names-context.ts';
import { NewDocumentDialog } from './new-document-dialog.tsx';
import styles from './plan-form.module.css';

const TYPING_MS = 250;

/** The legal documents that carry the measure: picked from those there are, or begun here. */
export function DocumentsField({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const trpc = useTRPC();
  const { names, addNames } = useNames();
  const { control, formState, getValues, setValue } = useFormContext<PlanValues>();
  const [typed, setTyped] = useState('');
  const [creating, setCreating] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const query = useQuery({
    ...trpc.documents.list.queryOptions({ ...(q && { q }), limit: 20 }),
    placeholderData: keepPreviousData,
  });
  const open = (query.data?.items ?? []).filter(
    ({ phase }) => phase !== 'done' && phase !== 'refused' && phase !== 'withdrawn',
  );
  const at = `measures.${index}.documents` as const;
  const title = (code: string) =>
    names[code] ?? open.find((document) => document.code === code)?.title ?? code;
  const choose = (codes: string[]) => {
    addNames(Object.fromEntries(codes.map((code) => [code, title(code)])));
    setValue(at, codes, { shouldDirty: true, shouldValidate: formState.isSubmitted });
  };
  const forAll = () => {
    const codes = getValues(at);
    getValues('measures').forEach((measure, other) => {
      setValue(`measures.${other}.documents`, [...new Set([...measure.documents, ...codes])], {
        shouldDirty: true,
      });
    });
  };
  return (
    <div className={styles.wide}>
      <Controller
        control={control}
        name={at}
        render={({ field }) => (
          <>
            <MultiSelect
              id={at}
              label={t('planForm.field.documents')}
              description={t('planForm.documentsHint')}
              searchable
              searchValue={typed}
              onSearchChange={setTyped}
              // The server has searched already, by code, number and title without accents.
              filter={({ options }) => options}
              data={[...new Set([...open.map((document) => document.code), ...field.value])].map((code) => ({
                value: code,
                label: `${code} · ${title(code)}`,
              }))}
              nothingFoundMessage={t('app.nothingFound')}
              value={field.value}
              onChange={choose}
              error={fieldWords(formState.errors.measures?.[index]?.documents)}
            />
            <div className={styles.modes}>
              <Button variant="default" size="compact-sm" onClick={() => setCreating(true)}>
                {t('planForm.newDocument')}
              </Button>
              {field.value.length > 0 && getValues('measures').length > 1 && (
                <Button variant="subtle" size="compact-sm" onClick={forAll}>
                  {t('planForm.forAll')}
                </Button>
              )}
            </div>
          </>
        )}
      />
      {creating && (
        <NewDocumentDialog
          programme={getValues('programme')}
          leadAgency={getValues('leadAgency')}
          onClose={() => setCreating(false)}
          onCreated={(code, name) => {
            addNames({ [code]: name });
            setValue(at, [...getValues(at), code], { shouldDirty: true });
            setCreating(false);
          }}
        />
      )}
    </div>
  );
}
