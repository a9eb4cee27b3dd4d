import type { MappingField } from '@tinhgon/rules/mapping/field';
import { useTranslation } from 'react-i18next';

/** The name of a field in the reader's language. */
export function useFieldName(): (field: Pick<MappingField, 'label'>) => string {
  const { i18n } = useTranslation();
  return ({ label }) => (i18n.language === 'en' ? label.en : label.vi);
}
