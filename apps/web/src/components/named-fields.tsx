import { TextInput } from '@mantine/core';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.ts';

interface Named {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string | null;
}

/** Code and names of something the catalogue keeps; a code that is given stays. Within its form's provider. */
export function NamedFields({ isNew }: { readonly isNew: boolean }) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const { register, formState } = useFormContext<Named>();
  const { errors } = formState;
  return (
    <>
      <TextInput
        label={t('catalogue.code')}
        required
        readOnly={!isNew}
        {...register('code')}
        error={fieldWords(errors.code)}
      />
      <TextInput
        label={t('catalogue.nameVi')}
        required
        {...register('nameVi')}
        error={fieldWords(errors.nameVi)}
      />
      <TextInput
        label={t('catalogue.nameEn')}
        {...register('nameEn', { setValueAs: (value: string | null) => value || null })}
        error={fieldWords(errors.nameEn)}
      />
    </>
  );
}
