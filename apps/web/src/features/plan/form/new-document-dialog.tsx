import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Group, Modal, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type StartDocumentInput, startDocumentSchema } from '@tinhgon/rules/content';
import { DOCUMENT_TYPES } from '@tinhgon/rules/vocabulary';
import { useState } from 'react';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureNote } from '../../../components/failure-note.tsx';
import { useFieldWords } from '../../../components/field-words.ts';
import { useWords } from '../../../language/use-words.ts';
import { CommandIds } from '../../../server/command-id.ts';
import { failureOf, isPassing, NO_ANSWER } from '../../../server/failure.ts';
import { useTRPC } from '../../../server/trpc.ts';
import type { CommandFailure } from '../../../server/use-command.ts';
import { useServerErrors } from '../../../server/use-server-errors.ts';
import styles from './plan-form.module.css';

interface NewDocumentDialogProps {
  readonly programme: string;
  readonly leadAgency: string;
  readonly onClose: () => void;
  readonly onCreated: (code: string, title: string) => void;
}

/** Begins a legal document; it waits until a plan that names it is approved. */
export function NewDocumentDialog({ programme, leadAgency, onClose, onCreated }: NewDocumentDialogProps) {
  const { t } = useTranslation();
  const { capital } = useWords();
  const fieldWords = useFieldWords();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [ids] = useState(() => new CommandIds());
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const start = useMutation(trpc.documents.start.mutationOptions());
  const form = useForm<StartDocumentInput>({
    resolver: zodResolver(startDocumentSchema) as unknown as Resolver<StartDocumentInput>,
    defaultValues: startDocumentSchema.partial({ title: true }).parse({
      type: 'circular',
      programme,
      leadAgency,
    }) as StartDocumentInput,
  });
  const unplaced = useServerErrors(form, failure, { hidden: ['programme', 'leadAgency'] });
  const { errors } = form.formState;
  const create = async (input: StartDocumentInput) => {
    setFailure(null);
    try {
      const { code } = await start.mutateAsync({ ...input, commandId: ids.idFor(input) });
      ids.answered();
      void cache.invalidateQueries({ queryKey: trpc.documents.pathKey() });
      onCreated(code, input.title);
    } catch (error) {
      if (!isPassing(error)) ids.answered();
      setFailure(failureOf(error) ?? { code: NO_ANSWER, message: '', logId: '' });
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('planForm.newDocument')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        noValidate
        className={styles.dialog}
        onSubmit={(event) => {
          // The dialog stands inside the plan's form, which must not be sent with it.
          event.stopPropagation();
          void form.handleSubmit(create)(event);
        }}
      >
        {unplaced && <FailureNote failure={unplaced} />}
        <NativeSelect
          label={t('document.type')}
          data={DOCUMENT_TYPES.map((value) => ({ value, label: capital('documentType', value) }))}
          {...form.register('type')}
        />
        <TextInput
          label={t('document.title')}
          required
          data-autofocus
          {...form.register('title')}
          error={fieldWords(errors.title)}
        />
        {(['plannedSigningOn', 'plannedInForceOn'] as const).map((key) => (
          <Controller
            key={key}
            control={form.control}
            name={key}
            render={({ field }) => (
              <DayInput
                label={t(`document.${key}`)}
                value={field.value}
                onChange={field.onChange}
                error={fieldWords(errors[key])}
              />
            )}
          />
        ))}
        <Switch label={t('planForm.shortened')} {...form.register('shortened')} />
        <Group>
          <Button type="submit" loading={start.isPending}>
            {t('planForm.createDocument')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
