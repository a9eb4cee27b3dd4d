import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import type { DocumentView } from '@tinhgon/rules/views/document';
import { useEffect, useState } from 'react';
import { Controller, type Resolver, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../components/announcer.tsx';
import { ConflictNote } from '../../../components/conflict-note.tsx';
import { DayInput } from '../../../components/day-input.tsx';
import { useFieldWords } from '../../../components/field-words.ts';
import { Note } from '../../../components/note.tsx';
import { useWords } from '../../../language/use-words.ts';
import type { CommandSender, DocumentCommandBody } from '../../../server/use-command.ts';
import {
  COMMAND_OF,
  FIELD_OF,
  type Recording,
  recordingCommand,
  recordingSchema,
  type RecordingStep,
  waitingFor,
} from './kinds.ts';
import { RecordCheck } from './record-check.tsx';
import styles from './record-form.module.css';

interface RecordFormProps {
  readonly document: DocumentView;
  readonly step: RecordingStep;
  readonly command: CommandSender<DocumentCommandBody>;
  readonly onDecided: () => void;
  readonly onReload: () => void;
}

/** Enters evidence: filled in, checked, recorded. Procedures may be recorded in parts. */
export function RecordForm({ document, step, command, onDecided, onReload }: RecordFormProps) {
  const { t } = useTranslation();
  const { name, reason } = useWords();
  const fieldWords = useFieldWords();
  const announce = useAnnounce();
  const [checking, setChecking] = useState(false);
  const waiting = waitingFor(step, document.measures);
  const form = useForm<Recording>({
    resolver: zodResolver(recordingSchema(step)) as unknown as Resolver<Recording>,
    defaultValues: {
      number: '',
      date: null,
      inForceOn: step === 'promulgate' ? document.content.plannedInForceOn : null,
      procedureCodes: waiting.map((measure) => measure.procedureCode),
    },
  });
  const { failure } = command;
  const field = FIELD_OF[failure?.field?.split('.')[0] ?? ''];
  useEffect(() => {
    if (!field || !failure) return;
    form.setError(field, {
      type: 'server',
      message: failure.message || reason(failure.code, failure.details ?? {}),
    });
  }, [failure, field, form, reason]);

  const may = document.actions[COMMAND_OF[step]];
  if (!may?.allowed) {
    return may?.code ? <Note>{reason(may.code, may.details ?? {})}</Note> : null;
  }
  const record = async () => {
    const body = recordingCommand(step, form.getValues(), document.contentHash);
    const answer = await command.send(body, document.version);
    if (!answer) return;
    announce(answer.projected ? t('record.done') : t('app.recordedLater'), answer.projected ? 'ok' : 'soon');
    setChecking(false);
    onDecided();
  };
  // A remark about a field leads back to it.
  const problem = <ConflictNote failure={field ? null : failure} onReload={onReload} />;
  if (checking && !field) {
    return (
      <RecordCheck
        step={step}
        values={form.getValues()}
        names={waiting}
        pending={command.pending}
        problem={problem}
        onChange={() => setChecking(false)}
        onRecord={() => void record()}
      />
    );
  }
  const { errors } = form.formState;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        command.clear();
        void form.handleSubmit(() => setChecking(true))(event);
      }}
    >
      <h3>{t(`record.title.${step}`)}</h3>
      {problem}
      <TextInput
        label={t(`record.number.${step}`)}
        required={step !== 'public-display'}
        {...form.register('number')}
        error={fieldWords(errors.number)}
      />
      <Controller
        control={form.control}
        name="date"
        render={({ field }) => (
          <DayInput
            label={t(`record.date.${step}`)}
            required
            value={field.value}
            onChange={field.onChange}
            error={fieldWords(errors.date)}
          />
        )}
      />
      {step === 'promulgate' && (
        <Controller
          control={form.control}
          name="inForceOn"
          render={({ field }) => (
            <DayInput
              label={t('record.inForceOn')}
              required
              value={field.value}
              onChange={field.onChange}
              error={fieldWords(errors.inForceOn)}
            />
          )}
        />
      )}
      {step !== 'promulgate' && (
        <Controller
          control={form.control}
          name="procedureCodes"
          render={({ field }) => (
            <Checkbox.Group
              label={t('record.procedures')}
              description={t('record.parts')}
              value={field.value}
              onChange={field.onChange}
              error={fieldWords(errors.procedureCodes)}
            >
              <div className={styles.codes}>
                {waiting.map((measure) => (
                  <Checkbox
                    key={measure.procedureCode}
                    value={measure.procedureCode}
                    label={`${measure.procedureCode} · ${name(measure.name)}`}
                  />
                ))}
              </div>
            </Checkbox.Group>
          )}
        />
      )}
      <Group mt="xs">
        <Button type="submit">{t('record.check')}</Button>
      </Group>
    </form>
  );
}
