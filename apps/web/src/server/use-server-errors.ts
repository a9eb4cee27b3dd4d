import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useWords } from '../language/use-words.ts';
import type { CommandFailure } from './use-command.ts';

interface Where {
  /** Where the form lies in the command. */
  readonly prefix?: string;
  /** Values the form sends along without a field for them. */
  readonly hidden?: readonly string[];
}

/**
 * Puts the server's remark beside the field it is about, where the form's summary names it too. Gives back the
 * failure when it is about none of the fields: then it is said once, above them.
 */
export function useServerErrors<T extends FieldValues>(
  form: UseFormReturn<T>,
  failure: CommandFailure | null,
  { prefix = '', hidden = [] }: Where = {},
): CommandFailure | null {
  const { reason } = useWords();
  const { setError } = form;
  const path = failure?.field?.startsWith(prefix) ? failure.field.slice(prefix.length) : failure?.field;
  const [field = ''] = path?.split('.') ?? [];
  const placed = Object.hasOwn(form.getValues(), field) && !hidden.includes(field);
  useEffect(() => {
    if (!failure || !placed) return;
    setError(path as FieldPath<T>, {
      type: 'server',
      message: failure.message || reason(failure.code, failure.details ?? {}),
    });
  }, [failure, path, placed, setError, reason]);
  return placed ? null : failure;
}
