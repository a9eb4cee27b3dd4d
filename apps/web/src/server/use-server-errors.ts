import { useEffect } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import { useWords } from '../language/use-words.ts';
import type { CommandFailure } from './use-command.ts';

/** Puts the server's remark beside the field it is about; `prefix` is where the form lies in the command. */
export function useServerErrors<T extends FieldValues>(
  form: UseFormReturn<T>,
  failure: CommandFailure | null,
  prefix = '',
): void {
  const { reason } = useWords();
  const { setError } = form;
  useEffect(() => {
    if (!failure?.field) return;
    const path = failure.field.startsWith(prefix) ? failure.field.slice(prefix.length) : failure.field;
    setError(path as FieldPath<T>, {
      type: 'server',
      message: failure.message || reason(failure.code, failure.details ?? {}),
    });
  }, [failure, prefix, setError, reason]);
}
