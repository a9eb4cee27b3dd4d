import { useTranslation } from 'react-i18next';
import { useWords } from '../language/use-words.ts';

interface FieldError {
  readonly type?: string | number | undefined;
  readonly message?: string | undefined;
}

/** The sentence beside a field: an error code's own words, else by what zod found wrong. */
export function useFieldWords(): (error: unknown) => string | undefined {
  const { t } = useTranslation();
  const { reason } = useWords();
  return (found) => {
    // Of a list, the first of its entries that is wrong.
    const error: unknown = Array.isArray(found) ? found.find(Boolean) : found;
    if (!error || typeof error !== 'object') return undefined;
    const { type, message } = error as FieldError;
    if (message && /^[A-Z_]{4,}$/.test(message)) return reason(message);
    switch (type) {
      case 'server':
        return message;
      case 'invalid_type':
      case 'too_small':
        return t('form.required');
      case 'too_big':
        return t('form.tooLong');
      default:
        return type === undefined && message === undefined ? undefined : t('form.invalid');
    }
  };
}
