import { useTranslation } from 'react-i18next';

const KILO = 1_024;

/** 4,2 MB; 318 KB. */
export function useBytes(): (bytes: number) => string {
  const { i18n } = useTranslation();
  const short = new Intl.NumberFormat(i18n.language === 'en' ? 'en-GB' : 'vi-VN', {
    maximumFractionDigits: 1,
  });
  return (bytes) =>
    bytes < KILO * KILO
      ? `${short.format(Math.max(1, Math.round(bytes / KILO)))} KB`
      : `${short.format(bytes / (KILO * KILO))} MB`;
}
