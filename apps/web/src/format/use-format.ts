import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Format, formatFor } from '@tinhgon/language/format';

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}
