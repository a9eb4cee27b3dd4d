import { useEffect, useRef } from 'react';
import type { FieldErrors } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from './field-words.ts';
import { errorPaths } from './error-paths.ts';
import { focusField } from './focus-field.ts';
import { Note } from './note.tsx';

interface FormSummaryProps {
  readonly errors: FieldErrors;
  /** The words of the field at a path. */
  readonly labels: (path: string) => string;
}

/** All that is wrong, at the top, each a link to its field (fields carry their path as id). */
export function FormSummary({ errors, labels }: FormSummaryProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const ref = useRef<HTMLDivElement>(null);
  const found = errorPaths(errors);
  const any = found.length > 0;
  useEffect(() => {
    if (any) ref.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <div ref={ref} tabIndex={-1} role="alert">
      <Note tone="late" title={t('app.errorSummary', { count: found.length })}>
        <ul>
          {found.map(({ path, error }) => (
            <li key={path}>
              <a
                href={`#${path}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(path);
                }}
              >
                {labels(path)}
              </a>
              : {fieldWords(error)}
            </li>
          ))}
        </ul>
      </Note>
    </div>
  );
}
