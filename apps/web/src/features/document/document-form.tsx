import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Textarea, TextInput } from '@mantine/core';
import { type DocumentContent, documentContentSchema } from '@tinhgon/rules/content';
import { Fragment } from 'react';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConflictNote } from '../../components/conflict-note.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { FormRemarks } from '../../components/remarks/form-remarks.tsx';
import { FormSummary } from '../../components/form-summary.tsx';
import type { CommandFailure } from '../../server/use-command.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';
import styles from './document-form.module.css';

interface DocumentFormProps {
  readonly content: DocumentContent;
  /** Once submitted, its dates move by request alone. */
  readonly datesFixed: boolean;
  readonly pending: boolean;
  readonly failure: CommandFailure | null;
  readonly onReload: () => void;
  readonly onSave: (content: DocumentContent) => void;
}

const PARAGRAPHS = ['summary', 'impact', 'responses', 'announcement'] as const;

export function DocumentForm({ content, datesFixed, pending, failure, onReload, onSave }: DocumentFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const form = useForm<DocumentContent>({
    resolver: zodResolver(documentContentSchema) as unknown as Resolver<DocumentContent>,
    defaultValues: content,
  });
  const unplaced = useServerErrors(form, failure, { prefix: 'content.' });
  const { errors } = form.formState;
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void form.handleSubmit(onSave)(event)}>
      <ConflictNote failure={unplaced} onReload={onReload} />
      <FormSummary
        errors={errors}
        labels={(path) => t(`document.${path.split('.')[0] as 'title'}`, { defaultValue: path })}
      />
      <TextInput
        id="title"
        label={t('document.title')}
        required
        {...form.register('title')}
        error={fieldWords(errors.title)}
      />
      <FormRemarks field="title" />
      {(['plannedSigningOn', 'plannedInForceOn'] as const).map((key) => (
        <Fragment key={key}>
          <Controller
            control={form.control}
            name={key}
            render={({ field }) => (
              <DayInput
                id={key}
                label={t(`document.${key}`)}
                {...(datesFixed && { readOnly: true, description: t('dates.fixedNote') })}
                value={field.value}
                onChange={field.onChange}
                error={fieldWords(errors[key])}
              />
            )}
          />
          <FormRemarks field={key} />
        </Fragment>
      ))}
      <Controller
        control={form.control}
        name="articles"
        render={({ field }) => (
          <Textarea
            id="articles"
            label={t('document.articles')}
            description={t('document.onePerLine')}
            autosize
            minRows={2}
            value={field.value.join('\n')}
            onChange={(event) => field.onChange(event.currentTarget.value.split('\n'))}
            onBlur={() => field.onChange(field.value.map((line) => line.trim()).filter(Boolean))}
            error={fieldWords(errors.articles)}
          />
        )}
      />
      <FormRemarks field="articles" />
      {PARAGRAPHS.map((key) => (
        <Fragment key={key}>
          <Textarea
            id={key}
            label={t(`document.${key}`)}
            autosize
            minRows={3}
            {...form.register(key)}
            error={fieldWords(errors[key])}
          />
          <FormRemarks field={key} />
        </Fragment>
      ))}
      <div>
        <Button type="submit" loading={pending}>
          {t('document.save')}
        </Button>
      </div>
    </form>
  );
}
