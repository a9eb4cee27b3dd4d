import { zodResolver } from '@hookform/resolvers/zod';
import { Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ProgrammeTaskInput, programmeTaskInputSchema } from '@tinhgon/rules/programme-task/task';
import type { ProgrammeTaskItem } from '@tinhgon/rules/views/programme-task';
import { Controller, type Resolver, useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AgencySelect } from '../../components/agency-select.tsx';
import { DayInput } from '../../components/day-input.tsx';
import { FailureNote } from '../../components/failure-note.tsx';
import { useFieldWords } from '../../components/field-words.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { today } from '../../format/today.ts';
import { useTRPC, useTRPCClient } from '../../server/trpc.ts';
import { useSave } from '../../server/use-save.ts';
import { useServerErrors } from '../../server/use-server-errors.ts';

interface TaskFormProps {
  readonly programme: string;
  /** Null for one that is new. */
  readonly task: ProgrammeTaskItem | null;
  readonly onClose: () => void;
}

const DAYS = ['assignedOn', 'deadline', 'doneOn'] as const;
const LABELS = {
  assignedOn: 'task.assignedOn',
  deadline: 'task.deadline',
  doneOn: 'task.doneOnLabel',
} as const;

/** A task: entered, changed, or recorded as done. */
export function TaskForm({ programme, task, onClose }: TaskFormProps) {
  const { t } = useTranslation();
  const fieldWords = useFieldWords();
  const trpc = useTRPC();
  const client = useTRPCClient();
  const save = useSave((input: ProgrammeTaskInput) => client.programmeTasks.save.mutate(input), onClose);
  const form = useForm<ProgrammeTaskInput>({
    resolver: zodResolver(programmeTaskInputSchema) as unknown as Resolver<ProgrammeTaskInput>,
    defaultValues: {
      code: task?.code ?? '',
      programme,
      name: task?.name ?? '',
      paper: task?.paper ?? '',
      owner: task?.owner.code ?? '',
      person: task?.person?.id ?? null,
      assignedOn: task?.assignedOn ?? today(),
      deadline: task?.deadline ?? '',
      doneOn: task?.doneOn ?? null,
      result: task?.result ?? '',
      basedOn: task?.version ?? 0,
      reason: '',
    },
  });
  const unplaced = useServerErrors(form, save.failure, { hidden: ['basedOn', 'programme'] });
  const { errors } = form.formState;
  const owner = useWatch({ control: form.control, name: 'owner' });
  const { data: people = [] } = useQuery(trpc.catalogue.people.queryOptions());
  return (
    <FormDialog
      title={t(task ? (task.doneOn === null ? 'task.finish' : 'task.edit') : 'task.add')}
      submit={t('app.save')}
      pending={save.pending}
      problem={unplaced && <FailureNote failure={unplaced} />}
      onClose={onClose}
      onSubmit={() => void form.handleSubmit(save.run)()}
    >
      <TextInput
        label={t('task.code')}
        required
        readOnly={task !== null}
        {...form.register('code')}
        error={fieldWords(errors.code)}
      />
      <Textarea
        label={t('task.name')}
        required
        autosize
        {...form.register('name')}
        error={fieldWords(errors.name)}
      />
      <TextInput
        label={t('task.paper')}
        description={t('task.paperHint')}
        required
        {...form.register('paper')}
        error={fieldWords(errors.paper)}
      />
      <Controller
        control={form.control}
        name="owner"
        render={({ field }) => (
          <AgencySelect
            label={t('task.owner')}
            required
            value={field.value || null}
            onChange={(value) => {
              field.onChange(value ?? '');
              form.setValue('person', null);
            }}
            error={fieldWords(errors.owner)}
          />
        )}
      />
      <Controller
        control={form.control}
        name="person"
        render={({ field }) => (
          <Select
            label={`${t('task.person')} (${t('app.optional')})`}
            searchable
            clearable
            clearButtonProps={{ 'aria-label': t('app.clear') }}
            nothingFoundMessage={t('app.nothingFound')}
            data={people
              .filter((person) => person.active && person.agency === owner)
              .map(({ id, name }) => ({ value: id, label: name }))}
            value={field.value ?? null}
            onChange={field.onChange}
            error={fieldWords(errors.person)}
          />
        )}
      />
      {DAYS.map((key) => (
        <Controller
          key={key}
          control={form.control}
          name={key}
          render={({ field }) => (
            <DayInput
              label={t(LABELS[key])}
              required={key !== 'doneOn'}
              value={field.value || null}
              onChange={(day) => field.onChange(key === 'doneOn' ? day : (day ?? ''))}
              error={fieldWords(errors[key])}
            />
          )}
        />
      ))}
      <TextInput
        label={t('task.resultLabel')}
        {...form.register('result')}
        error={fieldWords(errors.result)}
      />
      {task && (
        <Textarea
          label={t('app.reason')}
          description={t('task.reasonHint')}
          autosize
          minRows={2}
          {...form.register('reason')}
          error={fieldWords(errors.reason)}
        />
      )}
    </FormDialog>
  );
}
